// Runs the parser's own benchmarks as WebAssembly in Chromium, where they stand
// beside DOMParser and JSON.parse in the same run. Arguments are handed to the
// test binary: node parser.mjs -test.bench=XML -test.benchtime=5x
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = new URL("..", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "callbacklens-bench-"));
const binary = join(scratch, "parser.test.wasm");
execFileSync("go", ["test", "-c", "-trimpath", "-ldflags=-s -w", "-o", binary, "./parser"], {
  cwd: root, stdio: "inherit", env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
});
const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
const args = process.argv.slice(2);
const flags = args.length ? args : ["-test.bench=.", "-test.benchtime=5x", "-test.benchmem"];

const files = {
  "/": ["text/html", "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><script src=/exec.js></script>"],
  "/exec.js": ["text/javascript", readFileSync(join(goroot, "lib/wasm/wasm_exec.js"))],
  "/test.wasm": ["application/wasm", readFileSync(binary)],
};
const server = createServer((request, response) => {
  const [type, body] = files[request.url] ?? [];
  response.writeHead(type ? 200 : 404, { "content-type": type ?? "text/plain" });
  response.end(body);
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage();
page.on("console", (message) => console.log(message.text()));
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const code = await page.evaluate(async (flags) => {
  const go = new Go();
  go.argv = ["parser.test", "-test.run=^$", ...flags];
  let code = 0;
  go.exit = (c) => { code = c; };
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/test.wasm"), go.importObject);
  await go.run(instance);
  return code;
}, flags);
await browser.close();
server.close();
rmSync(scratch, { recursive: true });
process.exitCode = code;
