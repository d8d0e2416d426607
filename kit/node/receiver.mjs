// Receives callbacks over HTTP. Needs nothing but Node.
//
//     node receiver.mjs 8080 SECRET
//
// It answers as soon as it has the bytes, and works afterwards, one body after another:
// nobody documents how long the service waits for an answer. What it remembers and what
// is waiting is in memory. Where no callback may be lost or handled twice, put the bytes
// into a queue or a table in store(), and a unique key on the JobId where handle() writes.

import { timingSafeEqual, createHash } from "node:crypto";
import { createServer } from "node:http";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decode, outcome } from "./callback.mjs";

const largest = 32 << 20; // bytes of a body: all words of a text come in one
const mostWaiting = 1000; // bodies that wait to be handled
const remember = 100_000; // IDs of jobs that were handled

// receiver makes a function that takes bodies in, and handles each JobId once.
//
// handle(job) and handleRun(run) do the work, and may return a promise; after an error
// the next callback with that ID is handled again. failed(body, error) is told of what
// could not be read or handled. store(body) may keep the bytes before the answer is
// given; after an error of it the answer is 503.
export function receiver({ handle, handleRun, failed = () => {}, store = () => {} }) {
  const waiting = [];
  const seen = new Set();
  let working = false;

  async function once(body, what, work) {
    if (seen.has(what.id)) return;
    try {
      await work(what);
    } catch (error) {
      failed(body, error);
      return;
    }
    if (what.id === "") return;
    seen.add(what.id);
    if (seen.size > remember) seen.delete(seen.values().next().value);
  }

  async function work() {
    working = true;
    while (waiting.length > 0) {
      const body = waiting.shift();
      try {
        const callback = decode(body);
        if (!callback.run && callback.jobs.length === 0) throw new Error("the body has no job");
        for (const job of callback.jobs) await once(body, job, handle);
        if (callback.run && handleRun) await once(body, callback.run, handleRun);
      } catch (error) {
        failed(body, error);
      }
    }
    working = false;
  }

  return async function take(body) {
    try {
      await store(body);
      if (waiting.length >= mostWaiting) throw new Error("too many callbacks are waiting");
    } catch (error) {
      failed(body, error);
      throw error;
    }
    waiting.push(body);
    if (!working) setImmediate(() => working || work());
  };
}

// server makes an HTTP server that hands over what is posted to /SECRET. Nothing is
// signed, so who knows that path may post.
export function server(secret, take) {
  const sum = (text) => createHash("sha256").update(text).digest();
  const path = sum("/" + secret);
  return createServer(async (request, response) => {
    const answer = (code, headers = {}) => response.writeHead(code, headers).end();
    if (request.method !== "POST") return answer(405, { Allow: "POST" });
    if (!timingSafeEqual(sum(request.url), path)) return answer(404);
    try {
      const parts = [];
      let size = 0;
      for await (const part of request) {
        if ((size += part.length) > largest) return answer(413, { Connection: "close" });
        parts.push(part);
      }
      await take(Buffer.concat(parts));
    } catch {
      return answer(503);
    }
    return answer(200);
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [port, secret] = process.argv.slice(2);
  const take = receiver({
    handle: (job) => console.log(job.id, outcome(job), job.tokens.length, "words"),
    handleRun: (run) => console.log(run.id, run.state),
    failed: (body, error) => console.error(String(error), body.subarray(0, 200).toString()),
  });
  server(secret, take).listen(Number(port));
}
