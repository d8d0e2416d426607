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

const one = (body) => [body.job, body.first.Word];
const last = (body) => [body.job, body.first.Word, body.last.Offset];

/**
 * What is measured. `first` and `whole` are selectors that all find something
 * once the first screen, or all tokens, can be read; most peers show
 * everything at once. `shows` are texts that must be on the page after that,
 * or the measurement is void. `program` is the file that is held back to give
 * a body as soon as the page runs. With `opens` it is the browser's own viewer.
 * A `site` is built by this project. With `large` it is measured with the largest bodies too, with `often` in
 * every way that a body may be given.
 */
export const subjects = [
  {
    name: "ours", site: true, label: { en: "**Callback Lens**", zh: "**回调透镜**" }, formats: ["xml", "json"], large: true, often: true, program: /\.wasm/,
    first: [".at-result .summary .badge", ".at-result .facts .fact", ".at-result .sentence-row", ".at-result .tokens-table .token"],
    whole: (n) => [`.at-result .tokens-table[aria-rowcount="${n + 1}"]`, ".at-result .tokens-table .token", ".at-result .progress[hidden]", ".at-result .badge.is-good"],
    shows: one,
  },
  {
    name: "minimal", page: true, label: { en: "least possible JavaScript page", zh: "最简 JavaScript 页面" }, formats: ["xml", "json"], large: true, often: true, program: /minimal\.js/,
    whole: (n) => ["tr.token", `table[aria-rowcount="${n}"]`],
    shows: one,
  },
  {
    name: "jsoneditor-table", page: true, label: { en: `${version("vanilla-jsoneditor")}, table, given the array of tokens`, zh: `${version("vanilla-jsoneditor")}，表格（直接给分词数组）` }, formats: ["json"], large: true, often: true, program: /jsoneditor-table\.js/,
    whole: () => [".jse-table-row .jse-value"],
    shows: (body) => [body.first.Word],
  },
  {
    name: "jsoneditor-tree", page: true, label: { en: `${version("vanilla-jsoneditor")}, tree, all open, of a list the first 100`, zh: `${version("vanilla-jsoneditor")}，树，全部展开（列表只画前 100 项）` }, formats: ["json"],
    whole: () => [".jse-json-node .jse-json-node .jse-json-node .jse-json-node .jse-json-node .jse-json-node .jse-value"],
    shows: one,
  },
  {
    name: "json-viewer", page: true, label: { en: `${version("@andypf/json-viewer")}, all open`, zh: `${version("@andypf/json-viewer")}，全部展开` }, formats: ["json"],
    whole: () => ["[data-drawn]"],
    shows: last,
  },
  {
    name: "codemirror", page: true, label: { en: `CodeMirror ${devDependencies.codemirror}, as text`, zh: `CodeMirror ${devDependencies.codemirror}，文本` }, formats: ["xml", "json"], large: true,
    whole: () => [".cm-line"],
    shows: () => ["TaskFinish"],
  },
  {
    name: "displacy", page: true, label: { en: "SVG of words and tags, as displaCy draws", zh: "词与词性的整幅 SVG（displaCy 的画法）" }, formats: ["xml", "json"],
    whole: (n) => [`svg .token:nth-child(${n})`],
    shows: (body) => [body.first.Word, body.last.Word],
  },
  {
    name: "viewer", opens: true, label: { en: "Chromium's own viewer (XML: tree; JSON: text)", zh: "Chromium 自带查看（XML 为树，JSON 为文本）" }, formats: ["xml", "json"],
    whole: (n, format) => [format === "xml" ? ".pretty-print .folder" : "pre"],
    shows: last,
  },
];

/** The site as it was, which takes its turns beside the site as it is. */
export const before = { ...subjects[0], name: "before", label: { en: "the same, as it was", zh: "同上，改动之前" } };
