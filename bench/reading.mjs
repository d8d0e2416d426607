// From a body being given to what is painted of it.
import { collectGarbage, Cut, end, launch, patience, Renderers, tracedTasks, traceTasks, within } from "./browser.mjs";
import { watch } from "./watch.mjs";

/** How long a page has been at rest when it is given a body, in milliseconds. */
export const rest = 1500;

/** How long a page is left alone after all is painted, for what it puts off, in milliseconds. */
const after = ({ tokens }) => (tokens >= 100_000 ? 1000 : 200);

/** A page that nobody has visited; crashed rejects when it does. */
export async function open(context) {
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.crashed = new Promise((_, reject) => page.once("crash", () => reject(new Cut("crashed"))));
  page.crashed.catch(() => {});
  return page;
}

export const running = (page) => page.waitForSelector("html[data-state=running]", { state: "attached" });

export async function prepare(page, way, path) {
  const input = await page.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  await input.setInputFiles(path);
  await page.evaluate(([input, way]) => bench.prepare(input, way), [input, way]);
  await input.dispose();
}

export const expect = (page, stages) =>
  page.evaluate((stages) => {
    bench.painted = bench.expect(stages.map(([name, selectors]) => [name, bench.finds(selectors)]));
  }, stages);

/** The stages of a subject, the later ones holding the earlier ones. */
function stagesOf(subject, { tokens, format }) {
  const first = subject.first ? [["first", subject.first]] : [];
  return [...first, ["whole", [...(subject.first ?? []), ...subject.whole(tokens, format)]]];
}

/** Opens the page and lets it rest with the body at hand. */
async function atRest(page, { url, way, body, stages }) {
  await page.goto(url);
  await running(page);
  await prepare(page, way, body.path);
  await expect(page, stages);
  await collectGarbage(page);
  await page.waitForTimeout(rest);
}

/** Opens the page but holds its program back until the body is at hand, to be given as soon as it runs. */
async function atOnce(page, { url, way, body, stages, subject }) {
  let release;
  const ready = new Promise((resolve) => (release = resolve));
  await page.route(subject.program, async (route) => {
    await ready;
    await route.continue();
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector("body", { state: "attached" });
  await prepare(page, way, body.path);
  await expect(page, stages);
  await collectGarbage(page);
  await page.evaluate((way) => bench.giveOnceRunning(way), way);
  return release;
}

/**
 * Measures a subject with a body once. What is wanted: url, way ("paste" or
 * "drop"), body, tokens, rested (or given as soon as the program runs), traced
 * (the lengths of tasks, which takes a run of its own, as tracing costs time).
 */
export async function reading(browser, subject, want) {
  const context = await browser.newContext();
  if (subject.opens) return viewer(browser, context, subject, want);
  const page = await open(context);
  const all = { ...want, subject, stages: stagesOf(subject, want) };
  const release = want.rested ? await atRest(page, all) : await atOnce(page, all);
  if (want.traced) await traceTasks(browser);
  const renderers = await Renderers.of(browser);
  const give = release ? Promise.resolve(release()) : page.evaluate((way) => bench.give(way), want.way);
  const painted = await within(Promise.race([page.crashed, give.then(() => page.evaluate(() => bench.painted))]));
  await page.waitForTimeout(after(want));
  const took = want.traced ? await tracedTasks(browser) : { ...(await used(page)), renderer: renderers.grown() };
  const result = { ...painted, ...took };
  await prove(page, subject, want);
  await context.close();
  return result;
}

/** A program's memory never shrinks, so that what it has afterwards is its peak. */
const used = (page) => page.evaluate(() => ({ handing: bench.handing, wasm: (bench.memory?.buffer.byteLength ?? 0) / 1e6 }));

/** A page that does not show what it claims to is not measured, it is a mistake of ours. */
async function prove(page, subject, { body, tokens }) {
  const missing = await page.evaluate((texts) => bench.missing(texts), subject.shows(body));
  if (missing.length) throw new Error(`${subject.name} does not show ${missing.join(", ")} of ${tokens} tokens`);
}

/** From the answer's first byte to the browser's own view of it, all read alike. */
async function viewer(browser, context, subject, want) {
  const page = await open(context);
  await page.addInitScript(watchViewer, subject.whole(want.tokens, want.format));
  if (want.traced) await traceTasks(browser);
  const shown = page
    .goto(want.url, { waitUntil: "commit", timeout: 2 * patience })
    .then(() => page.waitForFunction(() => window.shown, undefined, { timeout: 2 * patience }))
    .then((shown) => shown.jsonValue());
  const whole = await within(Promise.race([page.crashed, shown]));
  if (want.traced) await page.waitForTimeout(after(want));
  const result = { whole, ...(want.traced ? await tracedTasks(browser) : {}) };
  await prove(page, subject, want);
  await context.close();
  return result;
}

// The viewer builds its tree of XML only after the page has loaded. Observing
// every node of the document itself would slow it down, so this looks once a
// frame: what is found as one begins has been painted as the next begins.
function watchViewer(selectors) {
  addEventListener("load", () => {
    const given = performance.getEntriesByType("navigation")[0].responseStart;
    performance.mark("bench given", { startTime: given });
    const there = () => selectors.every((selector) => document.querySelector(selector));
    const look = () => requestAnimationFrame(there() ? () => (window.shown = performance.now() - given) : look);
    requestAnimationFrame(look);
  });
}

/** A browser that is replaced when something in it was cut, as that may keep the machine busy. */
export class Turns {
  async measure(subject, want) {
    this.browser ??= await launch();
    try {
      return await reading(this.browser, subject, want);
    } catch (reason) {
      await this.end();
      if (reason instanceof Cut) return { cut: reason.message };
      if (/crashed|closed/.test(reason.message)) return { cut: "crashed" };
      throw reason;
    }
  }
  async end() {
    if (this.browser) await end(this.browser);
    this.browser = null;
  }
}
