// The browser that everything is measured in.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** How long anything may take before it is cut, in milliseconds. */
export const patience = 30_000;

export const options = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
};

/** What is no failure of the measuring, but a result: too long, or crashed. */
export class Cut extends Error {}

/** within gives up on what takes too long. */
export async function within(promise, most = patience) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Cut("late")), most)));
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function processes(browser) {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  await cdp.detach();
  return processInfo;
}

/** Starts a browser that has drawn a page already, so that the first subject pays for no more than the others. */
export async function launch() {
  const browser = await chromium.launch(options);
  const own = (await processes(browser)).find((p) => p.type === "browser");
  const page = await browser.newPage();
  await page.setContent("<p>词 word</p><svg><text>词</text></svg>");
  await page.waitForTimeout(300);
  await page.close();
  return Object.assign(browser, { process: own?.id });
}

/** Ends a browser, also one with a page that answers no more. */
export async function end(browser) {
  try {
    await within(browser.close(), 5000);
  } catch {
    if (browser.process) process.kill(browser.process, "SIGKILL");
  }
}

/** The processes that draw pages, with what memory they hold and held at most. */
export class Renderers {
  static async of(browser) {
    const it = new Renderers();
    it.before = (await processes(browser)).filter((p) => p.type === "renderer").map((p) => ({ id: p.id, held: memory(p.id, "VmRSS") }));
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
  return (Number(kilobytes) * 1024) / 1e6;
};

/** Throws away what the preparations left behind, which would be collected at the page's expense. */
export async function collectGarbage(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.detach();
}

export const traceTasks = (browser) => browser.startTracing(undefined, { categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"] });

/**
 * Ends the trace and returns how long the longest task on the page's main
 * thread took since the body was given, in ms, and how many took over 50 ms.
 */
export async function tracedTasks(browser) {
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  const given = events.find((e) => e.name === "bench given");
  if (!given) throw new Error("the trace has no mark");
  const from = given.ts;
  const spent = events
    .filter((e) => e.pid === given.pid && e.tid === given.tid && e.name === "RunTask" && e.ts + e.dur > from)
    .map((e) => (e.ts + e.dur - Math.max(e.ts, from)) / 1000);
  return { longest: Math.max(0, ...spent), long: spent.filter((ms) => ms > 50).length };
}
