// Measures inspect -stream beside jq -c . on the same callbacks as JSON lines:
//
//   node stream.mjs [--callbacks 20000] [--times 5] [--repeat 1]
//
// --repeat N gives the log N times over on standard input. Needs Go, jq and GNU time.
import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { count, summary, table } from "./table.mjs";

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const callbacks = option("callbacks", 20000);
const times = option("times", 5);
const repeat = option("repeat", 1);
const folder = mkdtempSync(join(tmpdir(), "stream-"));
const log = join(folder, "log.ndjson");

/** A callback of a few words, as the service writes it. */
function callback(n) {
  let offset = 0;
  const words = [["腾讯云", "nz"], ["数据", "n"], ["万象", "nz"], ["提供", "v"], ["服务", "vn"], ["深圳", "ns"], ["report", "nx"]];
  const tokens = Array.from({ length: 4 + (n % 6) }, (_, i) => {
    const [Word, Pos] = words[(n * 7 + i * (i ? 3 : 0) + (i ? 0 : -n * 7)) % words.length];
    const token = { Length: Word.length, Offset: offset, Pos, Word };
    offset += Word.length;
    return token;
  });
  const job = {
    Code: "Success",
    CreationTime: "2022-06-27T15:23:12+0800",
    EndTime: "2022-06-27T15:23:14+0800",
    Input: { BucketId: "test-1234567890", Object: `input/${n}.txt`, Region: "ap-chongqing" },
    JobId: `a${String(n).padStart(31, "0")}`,
    Message: "",
    Operation: {
      JobLevel: "0",
      UserData: `This is my data ${n}`,
      WordsGeneralize: { NerMethod: "DL", SegMethod: "SegBasic" },
      WordsGeneralizeResult: { WordsGeneralizeLable: [{ Category: "组织机构", Word: "腾讯云" }], WordsGeneralizeToken: tokens },
    },
    QueueId: "p2242ab62c7c94486915508540933a2c6",
    StartTime: "2022-06-27T15:23:12+0800",
    State: "Success",
    Tag: "WordsGeneralize",
  };
  return JSON.stringify({ EventName: "TaskFinish", JobsDetail: [job] }) + "\n";
}

async function write() {
  const out = createWriteStream(log);
  for (let n = 0; n < callbacks; n++) if (!out.write(callback(n))) await new Promise((go) => out.once("drain", go));
  await new Promise((go) => out.end(go));
}

/** One run of a command that reads the log: seconds on the clock and of processors, MB at its peak. */
function run(command) {
  const figures = join(folder, "figures");
  const feed = repeat > 1 ? `for i in $(seq ${repeat}); do cat '${log}'; done | ` : "";
  const from = repeat > 1 ? "" : ` < '${log}'`;
  const done = spawnSync("sh", ["-c", `${feed}command time -o '${figures}' -f '%e %U %S %M' ${command}${from} > /dev/null 2>&1`]);
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  const [wall, user, system, peak] = readFileSync(figures, "utf8").trim().split("\n").pop().split(" ").map(Number);
  return { wall, processor: user + system, peak: peak / 1024 };
}

await write();
const program = join(folder, "callbacklens");
execFileSync("go", ["build", "-o", program, ".."], { stdio: "inherit" });
const subjects = [
  { name: "`callbacklens inspect -stream`", command: `'${program}' inspect -stream` },
  { name: `\`jq -c .\` (${execFileSync("jq", ["--version"]).toString().trim()})`, command: "jq -c ." },
];
for (let n = 0; n < times; n++) for (const s of subjects) (s.runs ??= []).push(run(s.command));
const megabytes = (repeat * statSync(log).size) / 1e6;
console.log(`${count(callbacks * repeat)} callbacks, ${megabytes.toFixed(0)} MB, ${cpus().length} × ${cpus()[0].model}, in turns, ${times} times.\n`);
console.log(
  table(
    ["", "on the clock, s", "processors, s", "at its peak, MB"],
    subjects.map(({ name, runs }) => [name, ...[["wall", 2], ["processor", 2], ["peak", 0]].map(([of, digits]) => summary(runs.map((r) => r[of]), digits))]),
  ),
);
rmSync(folder, { recursive: true });
