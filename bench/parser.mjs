// The parser's own benchmarks as WebAssembly in Chromium, where they stand
// beside DOMParser and JSON.parse in the same run.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./server.mjs";

/** Runs them with the flags of a test binary and returns the lines that it prints. */
export async function parserBenchmarks(browser, flags) {
  const scratch = mkdtempSync(join(tmpdir(), "callbacklens-bench-"));
  const go = (...args) =>
    execFileSync("go", args, { cwd: new URL("..", import.meta.url).pathname, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, GOOS: "js", GOARCH: "wasm" } });
  go("test", "-c", "-trimpath", "-ldflags=-s -w", "-o", join(scratch, "test.wasm"), "./parser");
  cpSync(join(go("env", "GOROOT").trim(), "lib/wasm/wasm_exec.js"), join(scratch, "exec.js"));
  writeFileSync(join(scratch, "index.html"), "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><script src=/exec.js></script>");
  const host = await serve(scratch);

  const page = await browser.newPage();
  const lines = [];
  page.on("console", (message) => {
    console.error(message.text());
    lines.push(message.text());
  });
  await page.goto(host.url);
  const code = await page.evaluate(async (flags) => {
    const go = new Go();
    go.argv = ["parser.test", ...flags];
    let code = 0;
    go.exit = (c) => (code = c);
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/test.wasm"), go.importObject);
    await go.run(instance);
    return code;
  }, flags);
  host.close();
  rmSync(scratch, { recursive: true });
  if (code) throw new Error(`the parser's benchmarks ended with ${code}`);
  return lines;
}
