// One measurement at a time, in a browser that was started for it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** How long anything may take before it is cut, in milliseconds. */
export const patience = 30_000;

const options = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
};

/** How long a page has been at rest when it is given a body, in milliseconds. */
const rest = 1500;

export const launch = () => chromium.launch(options);

// watch runs in every page before its own scripts. It notes when a body was
// given, when what is waited for was painted, and what held the page up.
function watch() {
  const bench = (window.bench = { given: 0, handing: 0, tasks: [], memory: null });
  const two = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  const getData = DataTransfer.prototype.getData;
  DataTransfer.prototype.getData = function (type) {
    const before = performance.now();
    const text = getData.call(this, type);
    if (text) {
      bench.given = performance.now();
      bench.handing = bench.given - before;
    }
    return text;
  };
  addEventListener("drop", () => (bench.given = performance.now()), true);

  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...args) => {
    const program = await instantiateStreaming(...args);
    bench.memory = program.instance.exports.mem ?? null;
    return program;
  };

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: "longtask" });

  // expect resolves with the times at which each of the stages was painted.
  bench.expect = (stages) =>
    new Promise((resolve) => {
      const waiting = new Map(stages);
      const painted = {};
      const look = () => {
        for (const [name, wanted] of waiting) {
          if (!wanted()) continue;
          waiting.delete(name);
          two(() => {
            painted[name] = performance.now() - bench.given;
            if (Object.keys(painted).length === stages.length) resolve(painted);
          });
        }
        if (!waiting.size) observer.disconnect();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  bench.finds = (selectors) => () => selectors.every((selector) => document.querySelector(selector));

  // longest returns how long the longest task since the body was given was,
  // without the time in which the browser handed the text over.
  bench.longest = async () => {
    await new Promise((done) => setTimeout(done, 100));
    const later = bench.tasks.filter((task) => task.end > bench.given);
    return Math.max(0, ...later.map((task) => task.end - Math.max(task.start, bench.given)));
  };
}

export class Cut extends Error {}

/** within gives up on what takes too long. */
async function within(promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Cut(`> ${patience / 1000} s`)), patience)));
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a page that nobody has visited, and waits until it is at rest. */
async function visit(context, url) {
  await context.addInitScript(watch);
  const page = await context.newPage();
  const crashed = new Promise((_, reject) => page.once("crash", () => reject(new Cut("crashed"))));
  crashed.catch(() => {});
  page.crashed = crashed;
  await page.goto(url);
  await page.waitForSelector("html[data-state=running]", { state: "attached" });
  await page.waitForTimeout(rest);
  return page;
}

/** The processes that draw pages, with what memory they hold and held at most. */
class Renderers {
  static async of(browser) {
    const cdp = await browser.newBrowserCDPSession();
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    await cdp.detach();
    const it = new Renderers();
    it.before = processInfo.filter((p) => p.type === "renderer").map((p) => ({ id: p.id, held: memory(p.id, "VmRSS") }));
    for (const p of it.before) writeFileSync(`/proc/${p.id}/clear_refs`, "5"); // forgets the peak
    return it;
  }
  /** How much the most grown one had grown at its peak, in MB. */
  grown() {
    return Math.max(...this.before.map((p) => memory(p.id, "VmHWM") - p.held));
  }
}

const memory = (process, name) => {
  const [, kilobytes] = readFileSync(`/proc/${process}/status`, "utf8").match(new RegExp(`${name}:\\s+(\\d+)`)) ?? [0, 0];
  return Number(kilobytes) / 1024;
};

/** Gives a page the body at path by "paste" or "drop". */
async function give(page, way, path) {
  const input = await page.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  await input.setInputFiles(path);
  await page.evaluate(
    async ([input, way]) => {
      const data = new DataTransfer();
      if (way === "paste") data.setData("text/plain", await input.files[0].text());
      else data.items.add(input.files[0]);
      const about = { bubbles: true, cancelable: true };
      const event = way === "paste" ? new ClipboardEvent("paste", { ...about, clipboardData: data }) : new DragEvent("drop", { ...about, dataTransfer: data });
      // In a task of its own, so that what the page does is not blamed on us.
      setTimeout(() => document.body.dispatchEvent(event));
    },
    [input, way],
  );
}

/** From a body being given to its first screen and to all of it, in ms, and what that took. */
export async function reading(browser, subject, url, way, path, tokens) {
  const context = await browser.newContext();
  if (subject.opens) return own(context, url);
  const page = await visit(context, url);
  const stages = subject.first ? [["first", subject.first]] : [];
  stages.push(["whole", [...(subject.first ?? []), ...subject.whole(tokens)]]);
  await page.evaluate((stages) => {
    bench.painted = bench.expect(stages.map(([name, selectors]) => [name, bench.finds(selectors)]));
  }, stages);
  const renderers = await Renderers.of(browser);
  const painted = await within(Promise.race([page.crashed, give(page, way, path).then(() => page.evaluate(() => bench.painted))]));
  const used = await page.evaluate(async () => ({ longest: await bench.longest(), handing: bench.handing, wasm: (bench.memory?.buffer.byteLength ?? 0) / 2 ** 20 }));
  const result = { ...painted, ...used, renderer: renderers.grown() };
  await context.close();
  return result;
}

/** From the answer's first byte to the browser's own view of it. */
async function own(context, url) {
  const page = await context.newPage();
  const shown = page.goto(url, { waitUntil: "load", timeout: 2 * patience }).then(() =>
    page.evaluate(() => new Promise((resolve) => {
      const from = performance.getEntriesByType("navigation")[0].responseStart;
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
    })),
  );
  const whole = await within(shown);
  await context.close();
  return { whole };
}

/** From a keystroke in the filter, and from a click on a column, to the first rows, in ms. */
export async function rows(browser, subject, url, path, tokens) {
  const context = await browser.newContext();
  const page = await visit(context, url);
  await page.evaluate((selectors) => {
    bench.painted = bench.expect([["whole", bench.finds(selectors)]]);
  }, subject.whole(tokens));
  await give(page, "drop", path);
  await within(page.evaluate(() => bench.painted));
  const timed = (act) => within(page.evaluate(act).then(() => page.waitForTimeout(1500)).then(() => page.evaluate(() => bench.acted)));
  const filter = await timed(() => {
    const field = document.querySelector(".tokens-filter");
    // A character of the first word, which rows further down have too.
    field.value = document.querySelector("tr.token .token-word").textContent[0];
    bench.acted = bench.expect([["rows", bench.finds(["tr.token .token-word mark"])]]).then((painted) => painted.rows);
    bench.given = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const cleared = () => {
    const field = document.querySelector(".tokens-filter");
    field.value = "";
    bench.acted = bench.expect([["rows", () => !document.querySelector("tr.token mark")]]).then((painted) => painted.rows);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  await timed(cleared);
  const sort = await timed(() => {
    const first = () => document.querySelector("tr.token .token-number").textContent;
    const before = first();
    bench.acted = bench.expect([["rows", () => document.querySelector(".token-word[aria-sort=ascending]") && first() !== before]]).then((painted) => painted.rows);
    bench.given = performance.now();
    document.querySelector("th.token-word button").click();
  });
  await context.close();
  return { filter, sort };
}

/** A slow line, as the developer tools make it: 9 Mbit/s, 70 ms. */
async function throttle(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 70, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 });
}

/**
 * From navigation to the first paint and to the program running, in ms: on a
 * first visit and on a second one. The browser has a new profile on disk, as a
 * private window caches less.
 */
export async function start(host, slow) {
  const profile = mkdtempSync(join(tmpdir(), "callbacklens-bench-"));
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    return await visits(context, host, slow);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
}

async function visits(context, host, slow) {
  const once = async () => {
    const page = await context.newPage();
    if (slow) await throttle(page);
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.documentElement?.dataset.state !== "running") return;
        observer.disconnect();
        window.running = performance.now();
      });
      observer.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
    });
    await page.goto(host.url);
    await page.waitForFunction(() => window.running, undefined, { timeout: patience });
    await page.waitForTimeout(100);
    const times = await page.evaluate(() => ({ running: window.running, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN }));
    return { page, times };
  };
  host.sent();
  const cold = await once();
  await cold.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await cold.page.waitForTimeout(1000);
  const sent = host.sent() / 1e6;
  await cold.page.close();
  const warm = await once();
  return { cold: cold.times.running, coldPaint: cold.times.paint, warm: warm.times.running, warmPaint: warm.times.paint, sent };
}
