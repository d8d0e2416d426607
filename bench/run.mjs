// Measures the page beside its peers and writes bench/results.md.
//
//   node run.mjs [first-screen] [rows] [start] [parser]
//     --sizes 5,1000      tokens in a body
//     --peers ours,minimal
//     --ways paste,drop  --layouts compact,indented  --orders documented,alphabetical
//     --times 5           measurements for each number
//     --site DIR          measure a site that is built already
//     --out FILE          where to write; - for nowhere
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeBody } from "./bodies.mjs";
import { Cut, launch, reading, rows, start } from "./measure.mjs";
import { buildHello, buildPeers, buildSite, subjects } from "./pages.mjs";
import { parserBenchmarks } from "./parser.mjs";
import { serve } from "./server.mjs";
import { count, summary, table } from "./table.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "5,1000,10000,100000,1000000" },
    peers: { type: "string", default: subjects.map((s) => s.name).join() },
    ways: { type: "string", default: "paste,drop" },
    layouts: { type: "string", default: "compact,indented" },
    orders: { type: "string", default: "documented,alphabetical" },
    times: { type: "string", default: "5" },
    site: { type: "string" },
    out: { type: "string", default: new URL("results.md", import.meta.url).pathname },
  },
});
const sizes = options.sizes.split(",").map(Number);
const ways = options.ways.split(",");
const times = Number(options.times);
const peers = subjects.filter((s) => options.peers.split(",").includes(s.name));

const scratch = mkdtempSync(join(tmpdir(), "callbacklens-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
const folder = (name) => join(scratch, name);
const bodies = folder("");
const written = new Map();

/** The path of a body, written when it is first asked for. */
async function body(want) {
  const key = JSON.stringify(want);
  if (!written.has(key)) written.set(key, await writeBody(bodies, want));
  return written.get(key);
}

/**
 * Measures something several times in one browser. What is cut, or crashes,
 * is not tried again.
 */
async function series(what, measure) {
  const browser = await launch();
  const results = [];
  try {
    for (let i = 0; i < times; i++) results.push(await measure(browser));
  } catch (reason) {
    if (!(reason instanceof Cut) && !/crashed|closed/.test(reason.message)) throw new Error(what, { cause: reason });
    results.cut = reason instanceof Cut ? reason.message : "crashed";
  } finally {
    await browser.close();
  }
  console.error(`${what}: ${results.cut ?? results.map((r) => JSON.stringify(r, (_, v) => (typeof v === "number" ? Math.round(v * 10) / 10 : v))).join(" ")}`);
  return results;
}

const cell = (results, name, digits) => (!results ? "–" : (results.cut ?? summary(results.map((r) => r[name]), digits)));

/** The bodies that the first question is about; some only for few. */
function* questions() {
  const few = ["ours", "minimal", "jsoneditor-table"];
  for (const format of ["xml", "json"]) {
    for (const way of ways) {
      yield { format, way, layout: "compact", order: "documented", sizes, of: way === "paste" ? peers : peers.filter((p) => few.includes(p.name)) };
      yield { format, way, layout: "compact", order: "alphabetical", sizes, of: peers.filter((p) => p.name === "ours") };
    }
    yield { format, way: "paste", layout: "indented", order: "documented", sizes: sizes.filter((n) => n < 1e6), of: peers };
  }
}

async function firstScreen(hosts) {
  const parts = [];
  const used = [];
  for (const q of questions()) {
    if (!options.layouts.split(",").includes(q.layout) || !options.orders.split(",").includes(q.order)) continue;
    const { format, way, layout, order } = q;
    const title = `${format.toUpperCase()}, ${layout}, ${order} order, ${way === "paste" ? "pasted" : "dropped"}`;
    const lines = [];
    for (const peer of q.of.filter((p) => p.formats.includes(format))) {
      const results = [];
      for (const tokens of q.sizes) {
        if (peer.opens && way !== "paste") continue;
        const path = await body({ format, tokens, layout, order });
        const url = peer.opens ? `${hosts.peers.url}bodies/${path.split("/").at(-1)}` : peer.page ? `${hosts.peers.url}${peer.name}.html` : hosts.ours.url;
        // What took too long at a size is not tried at a greater one.
        const given = results.at(-1)?.cut ? Object.assign([], { cut: results.at(-1).cut }) : await series(`${peer.name} ${title} ${tokens}`, (browser) => reading(browser, peer, url, way, path, tokens));
        results.push(given);
        if (tokens >= 100_000 && layout === "compact" && order === "documented" && !peer.opens) used.push({ peer, tokens, title, given });
      }
      if (peer.first) lines.push([`${peer.label}: first screen`, ...results.map((r) => cell(r, "first"))]);
      lines.push([peer.first ? `${peer.label}: whole result` : peer.label, ...results.map((r) => cell(r, "whole"))]);
    }
    if (lines.length) parts.push(`### ${title}\n\n${table(["", ...q.sizes.map(count)], lines)}`);
  }
  const lines = used.map(({ peer, tokens, title, given }) => [
    `${peer.label}, ${count(tokens)}: ${title}`, cell(given, "handing"), cell(given, "longest"), peer.page ? "–" : cell(given, "wasm"), cell(given, "renderer"),
  ]);
  return [
    "## From a body given to what is painted, in ms\n\nBy the number of tokens. Pasted: from the moment that the browser has handed the text over; dropped: from the drop.",
    ...parts,
    lines.length ? `## What reading takes\n\nThe time in which the browser hands a pasted text over stands for itself. Tasks of less than 50 ms are not reported by the browser. The renderer's memory is how far it grew at its peak.\n\n${table(["", "handing over, ms", "longest task, ms", "wasm memory, MB", "renderer, MB more"], lines)}` : "",
  ].join("\n\n");
}

async function rowsQuestion(hosts) {
  const ours = subjects[0];
  const lines = [];
  for (const tokens of sizes.filter((n) => n >= 1000)) {
    const path = await body({ format: "json", tokens, layout: "compact", order: "documented" });
    const results = await series(`rows ${tokens}`, (browser) => rows(browser, ours, hosts.ours.url, path, tokens));
    lines.push([count(tokens), cell(results, "filter"), cell(results, "sort")]);
  }
  return `## From a keystroke or a click to the first rows, in ms\n\n${table(["tokens", "keystroke in the filter", "click on the column of words"], lines)}`;
}

async function startQuestion(hosts) {
  const candidates = [["Callback Lens", hosts.ours], ["hello world", hosts.hello], ["hello world, sent gzipped", hosts.packed], ["Callback Lens, on a host that says no-store", hosts.unstored]];
  const results = candidates.map(() => ({ fast: [], slow: [] }));
  // In turns, so that what else the machine does meets all alike.
  for (const speed of ["fast", "slow"]) {
    for (let i = 0; i < times; i++) {
      for (const [k, [name, host]] of candidates.entries()) {
        results[k][speed].push(await start(host, speed === "slow"));
        console.error(`start ${name} ${speed}: ${JSON.stringify(results[k][speed].at(-1))}`);
      }
    }
  }
  const lines = candidates.map(([name], k) => [
    name, summary(results[k].fast.map((r) => r.sent), 3),
    ...["fast", "slow"].flatMap((speed) => ["coldPaint", "cold", "warm"].map((n) => summary(results[k][speed].map((r) => r[n])))),
  ]);
  const heads = ["", "MB sent on the first visit", "loopback: first paint, ms", "running, cold", "running, warm", "9 Mbit/s and 70 ms: first paint", "running, cold", "running, warm"];
  return `## Start\n\nFrom the navigation; the hello world is the smallest page of the same framework, made by its own generator. Bytes are all that the server sent until the service worker was ready, headers included.\n\n${table(heads, lines)}`;
}

async function parserQuestion() {
  const browser = await launch();
  const lines = await parserBenchmarks(browser, [`-test.bench=.`, `-test.benchtime=${times}x`, "-test.benchmem"]);
  await browser.close();
  return `## The parser alone, as WebAssembly\n\n\`\`\`\n${lines.join("\n")}\n\`\`\``;
}

const asked = { "first-screen": firstScreen, rows: rowsQuestion, start: startQuestion, parser: parserQuestion };
const names = positionals.length ? positionals : Object.keys(asked);
for (const name of names) if (!asked[name]) throw new Error(`no question ${name}; there are ${Object.keys(asked).join(", ")}`);

async function machine() {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Chromium ${version} headless. Medians of ${times}, with the least and the greatest.`;
}

if (!options.site) buildSite(folder("site"));
await buildPeers(folder("peers"));
if (names.includes("start")) buildHello(folder("hello"));
const site = options.site ?? folder("site");
const hosts = {
  ours: await serve(site),
  unstored: await serve(site, { cache: "no-store" }),
  peers: await serve(folder("peers"), { bodies }),
  hello: await serve(folder("hello")),
  packed: await serve(folder("hello"), { gzipped: true }),
};
const parts = [`# Measurements\n\n${await machine()} Only figures of one run compare.`];
for (const name of names) {
  parts.push(await asked[name](hosts));
  if (options.out !== "-") writeFileSync(options.out, parts.join("\n\n") + "\n");
}
console.log(parts.join("\n\n"));
for (const host of Object.values(hosts)) host.close();
