// Counts how much of damaged JSON jsonrepair reads rightly, beside this reader:
//
//   node repair.mjs
//
// The damaged texts are those of a test of the parser, which also writes down what must
// be read of each: the leaves, path and value, that the flaw does not touch.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jsonrepair } from "jsonrepair";
import { table } from "./table.mjs";

const folder = mkdtempSync(join(tmpdir(), "repair-"));
const file = join(folder, "damaged.ndjson");
execFileSync("go", ["test", "-count=1", "-run", "^TestAFlawCostsTheFieldThatItIsIn$", "../parser", "-args", "-damaged", file], { stdio: "inherit" });
const damaged = readFileSync(file, "utf8").trimEnd().split("\n").map(JSON.parse);
rmSync(folder, { recursive: true });

/** The leaves of a value as the test writes them: path and value. */
function* leaves(value, path = "") {
  if (Array.isArray(value)) {
    if (!value.length) yield `${path} = `;
    for (const [i, v] of value.entries()) yield* leaves(v, `${path}[${i + 1}]`);
  } else if (value !== null && typeof value === "object") {
    if (!Object.keys(value).length) yield `${path} = `;
    for (const [name, v] of Object.entries(value)) yield* leaves(v, path ? `${path}.${name}` : name);
  } else yield `${path} = ${value}`;
}

/** How many of the wanted leaves there are in what jsonrepair makes of a text. */
function read({ text, leaves: wanted }) {
  const there = new Map();
  try {
    for (const leaf of leaves(JSON.parse(jsonrepair(text)))) there.set(leaf, (there.get(leaf) ?? 0) + 1);
  } catch {
    return 0; // it gave up
  }
  return wanted.filter((leaf) => there.get(leaf) > 0 && there.set(leaf, there.get(leaf) - 1)).length;
}

const flaws = new Map();
for (const one of damaged) {
  const sum = flaws.get(one.flaw) ?? flaws.set(one.flaw, { texts: 0, of: 0, ours: 0, theirs: 0 }).get(one.flaw);
  sum.texts++;
  sum.of += one.leaves.length;
  sum.ours += one.read;
  sum.theirs += read(one);
}
const share = (n, of) => ((100 * n) / of).toFixed(2);
const { version } = JSON.parse(readFileSync(new URL("node_modules/jsonrepair/package.json", import.meta.url)));
console.log(
  table(
    ["one flaw in each text", "texts", "Callback Lens, %", `jsonrepair ${version}, %`],
    [...flaws].map(([name, { texts, of, ours, theirs }]) => [name, texts, share(ours, of), share(theirs, of)]),
  ),
);
