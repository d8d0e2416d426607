// From the navigation to a page that can be used, on a first visit and on a
// second one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { options, patience } from "./browser.mjs";

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
