// The pages that are measured: ours, its peers, and a hello of the same
// framework, built into a folder.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
const root = join(here, "..");

/** Builds our site, unless it is there already. */
export function buildSite(out) {
  execFileSync("go", ["run", ".", "build", "-out", out], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

/** Builds the hello page with the framework's own generator. */
export function buildHello(out) {
  const go = (env, ...args) => execFileSync("go", args, { cwd: join(here, "hello"), stdio: "inherit", env: { ...process.env, ...env } });
  mkdirSync(join(out, "web"), { recursive: true });
  cpSync(join(root, "web/icons/icon.svg"), join(out, "web/icon.svg"));
  go({}, "run", ".", out);
  go({ GOOS: "js", GOARCH: "wasm" }, "build", "-trimpath", "-ldflags=-s -w", "-o", join(out, "web/app.wasm"), ".");
}

/** Bundles the peers, each into a page of its own. */
export async function buildPeers(out) {
  const names = subjects.filter((s) => s.page).map((s) => s.name);
  await build({
    absWorkingDir: here, entryPoints: names.map((name) => `peers/${name}.js`), outdir: out,
    bundle: true, minify: true, format: "iife", logLevel: "error",
  });
  for (const name of names) {
    writeFileSync(
      join(out, `${name}.html`),
      `<!doctype html><meta charset=utf-8><title>${name}</title><link rel=icon href=data:,><body><script src=${name}.js></script>`,
    );
  }
}

/** The version of a package, as its manifest pins it. */
const { devDependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const version = (name) => `${name} ${devDependencies[name]}`;

/**
 * What is measured. `first` and `whole` are selectors that all find something
 * once the first screen, or all tokens, can be read; most peers show
 * everything at once. A page with `opens` is the browser's own viewer.
 */
export const subjects = [
  {
    name: "ours", label: "Callback Lens", formats: ["xml", "json"],
    first: [".at-result .summary .badge", ".at-result .facts .fact", ".at-result .sentence-row", ".at-result tr.token"],
    whole: (n) => [`.at-result .tokens-table[aria-rowcount="${n + 1}"]`, ".at-result tr.token", ".at-result .progress[hidden]", ".at-result .badge.is-good"],
  },
  { name: "minimal", page: true, label: "least possible JavaScript page", formats: ["xml", "json"], whole: (n) => ["tr.token", `table[aria-rowcount="${n}"]`] },
  { name: "jsoneditor-table", page: true, label: `${version("vanilla-jsoneditor")}, table, given the tokens`, formats: ["json"], whole: () => [".jse-table-row", ".jse-table-main td"] },
  { name: "jsoneditor-tree", page: true, label: `${version("vanilla-jsoneditor")}, tree`, formats: ["json"], whole: () => [".jse-json-node .jse-json-node"] },
  { name: "json-viewer", page: true, label: `${version("@andypf/json-viewer")}, all open`, formats: ["json"], whole: () => ["[data-drawn]"] },
  { name: "codemirror", page: true, label: `${version("codemirror")}, text`, formats: ["xml", "json"], whole: () => [".cm-line"] },
  { name: "displacy", page: true, label: "SVG of words and tags, as displaCy draws", formats: ["xml", "json"], whole: () => ["svg .token"] },
  { name: "viewer", opens: true, label: "Chromium's own viewer", formats: ["xml", "json"] },
];
