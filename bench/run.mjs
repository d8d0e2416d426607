// Measures the page beside its peers, prints the tables, and writes
// results.md, with what was measured as results.json beside it.
//
//   node run.mjs [main] [atonce] [dropped] [alphabetical] [indented] [labelled] [tasks] [rows] [start] [parser]
//     --sizes 1000,10000   tokens in a body
//     --peers ours,minimal
//     --times 5            measurements for each number
//     --site DIR           measure a site that is built already
//     --before DIR         measure a site that was built before beside it, in the same turns
//     --out FILE           where to write instead of results.md; - for nowhere
//     --from FILE          measure nothing, take what a run has written as JSON
//     --readme             also put the tables into bench/README, lines and picture into the README
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { acting } from "./acting.mjs";
import { writeBody } from "./bodies.mjs";
import { Cut, end, launch } from "./browser.mjs";
import { before, buildHello, buildPeers, buildSite, subjects } from "./pages.mjs";
import { parserBenchmarks } from "./parser.mjs";
import { growth } from "./picture.mjs";
import { ask, questions, steps, timesAt } from "./plan.mjs";
import { rest } from "./reading.mjs";
import { brief, full, tables } from "./report.mjs";
import { serve } from "./server.mjs";
import { start } from "./start.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "5,1000,10000,100000,1000000" },
    peers: { type: "string", default: subjects.map((s) => s.name).join() },
    times: { type: "string", default: "5" },
    site: { type: "string" },
    before: { type: "string" },
    out: { type: "string", default: new URL("results.md", import.meta.url).pathname },
    from: { type: "string" },
    readme: { type: "boolean", default: false },
  },
});
const sizes = options.sizes.split(",").map(Number);
const times = Number(options.times);
const wanted = options.peers.split(",");
if (options.before || options.from) subjects.splice(1, 0, before);
if (options.before) wanted.push(before.name);
const reading = questions({ sizes, times, subjects: subjects.filter((s) => wanted.includes(s.name)) });

const all = [...Object.keys(reading), "rows", "start", "parser"];
for (const name of positionals) if (!all.includes(name)) throw new Error(`no question ${name}; there are ${all.join(", ")}`);
const names = positionals.length ? positionals : all;

const run = options.from ? JSON.parse(readFileSync(options.from, "utf8")) : await measure();
publish(run);

/** Asks one question after the other, keeping what is known so far. */
async function measure() {
  const scratch = mkdtempSync(join(tmpdir(), "callbacklens-bench-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
  const hosts = await open((name) => join(scratch, name));
  const run = { machine: await machine(), times, rest, records: [] };
  for (const name of names) {
    const since = Date.now();
    const asking = { rows: askRows, start: askStart, parser: askParser }[name] ?? askReading;
    // A run is long: what fails leaves a gap, and the rest is measured still.
    await asking(run, hosts, name).catch(failed);
    console.error(`${name}: ${Math.round((Date.now() - since) / 1000)} s in all`);
    keep(run);
  }
  for (const host of hosts.all) host.close();
  return run;
}

function failed(reason) {
  console.error(reason);
  process.exitCode = 1;
}

/** Builds what is measured and serves it. */
async function open(folder) {
  const site = options.site ?? folder("site");
  if (!options.site) buildSite(site);
  await buildPeers(folder("peers"));
  mkdirSync(folder("bodies"));
  const hosts = { ours: await serve(site), peers: await serve(folder("peers"), { bodies: folder("bodies") }) };
  if (names.includes("start")) {
    buildHello(folder("hello"));
    hosts.hello = await serve(folder("hello"));
    hosts.packed = await serve(folder("hello"), { gzipped: true });
    hosts.unstored = await serve(site, { cache: "no-store" });
  }
  if (options.before) hosts.before = await serve(options.before);
  hosts.all = Object.values(hosts);
  hosts.bodies = folder("bodies");
  return hosts;
}

async function machine() {
  const browser = await launch();
  const version = browser.version();
  await end(browser);
  const [cpu] = cpus();
  return { date: new Date().toISOString().slice(0, 10), cpus: cpus().length, model: cpu.model.trim(), memory: Math.round(totalmem() / 2 ** 30), kernel: release().split("-")[0], browser: version };
}

function rounded(value) {
  return JSON.stringify(value, (_, v) => (typeof v === "number" ? Math.round(v * 10) / 10 : v));
}

async function askReading(run, hosts, name) {
  const urlOf = (subject, body) => (subject.opens ? `${hosts.peers.url}bodies/${body.path.split("/").at(-1)}` : subject.page ? `${hosts.peers.url}${subject.name}.html` : hosts[subject.name].url);
  for (const step of steps(name, reading[name])) {
    const body = await writeBody(hosts.bodies, step);
    const log = (record, result) => console.error(`${name} ${record.format} ${record.tokens} ${record.subject}: ${rounded(result)}`);
    run.records.push(...(await ask(step, { body, urlOf, known: run.records, log, failed })));
    keep(run);
  }
}

async function askRows(run, hosts) {
  for (const tokens of sizes.filter((n) => n >= 1000)) {
    const body = await writeBody(hosts.bodies, { format: "json", tokens, layout: "compact", order: "documented", labels: 1 });
    for (const subject of subjects.filter((s) => s.site && wanted.includes(s.name))) {
      run.records.push(await rowsOf(subject, { url: hosts[subject.name].url, body, tokens, format: "json" }));
    }
  }
}

/** Filters and sorts one body as often as is asked for. */
async function rowsOf(subject, { tokens, body, ...rest }) {
  const record = { question: "rows", subject: subject.name, format: "json", tokens, bytes: body.bytes, runs: [] };
  const browser = await launch();
  try {
    for (let i = 0; i < timesAt(tokens, times); i++) record.runs.push(await acting(browser, subject, { body, tokens, ...rest }));
  } catch (reason) {
    if (!(reason instanceof Cut)) throw reason;
    record.cut = reason.message;
  } finally {
    await end(browser);
  }
  console.error(`rows ${tokens} ${subject.name}: ${record.cut ?? rounded(record.runs)}`);
  return record;
}

async function askStart(run, hosts) {
  const records = ["ours", "before", "hello", "packed", "unstored"].filter((name) => hosts[name]).map((subject) => ({ question: "start", subject, fast: [], slow: [] }));
  for (const speed of ["fast", "slow"]) {
    for (let round = 0; round < times; round++) {
      for (let k = 0; k < records.length; k++) {
        const record = records[(round + k) % records.length];
        record[speed].push(await start(hosts[record.subject], speed === "slow"));
        console.error(`start ${record.subject} ${speed}: ${rounded(record[speed].at(-1))}`);
      }
    }
  }
  run.records.push(...records);
}

async function askParser(run) {
  const browser = await launch();
  try {
    run.parser = await parserBenchmarks(browser, ["-test.run=^$", "-test.bench=XML|JSON", `-test.benchtime=${times}x`, "-test.benchmem"]);
  } finally {
    await end(browser);
  }
}

/** Writes what is known so far, so that a run that breaks off leaves something. */
function keep(run) {
  if (options.out === "-") return;
  writeFileSync(options.out, full(run));
  if (!options.from) writeFileSync(options.out.replace(/(\.md)?$/, ".json"), JSON.stringify(run, null, 1));
}

function publish(run) {
  keep(run);
  console.log(full(run));
  if (!options.readme) return;
  const picture = ".github/growth.svg";
  const at = (path) => new URL(`../${path}`, import.meta.url);
  writeFileSync(at(picture), growth(run));
  const put = (path, text) => writeFileSync(at(path), between(readFileSync(at(path), "utf8"), text));
  for (const [end, language] of [[".md", "en"], [".zh.md", "zh"]]) {
    put(`README${end}`, brief(run, language, picture));
    put(`bench/README${end}`, tables(run, language));
  }
}

/** Puts some text between the two marks in another. */
function between(page, text) {
  const [from, to] = ["<!-- bench -->\n", "<!-- /bench -->"];
  const [start, stop] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || stop < start) throw new Error("a README lacks the marks between which the tables stand");
  return `${page.slice(0, start)}${from}\n${text}\n\n${page.slice(stop)}`;
}
