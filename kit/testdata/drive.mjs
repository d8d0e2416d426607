// Lets the tests of the kit see what the code for Node does.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { decode, outcome, verdict } from "../node/callback.mjs";
import { receiver, server } from "../node/receiver.mjs";

function read(path) {
  let callback;
  try {
    callback = decode(readFileSync(path));
  } catch (error) {
    if (error instanceof SyntaxError) return { refused: true };
    throw error;
  }
  const leaves = [];
  const walk = (at, node) => {
    if (node.text !== "" || node.nodes.length === 0) leaves.push([at, node.text]);
    for (const n of node.nodes) walk(node === callback.node && n.name === "" ? at : `${at}/${n.name}`, n);
  };
  walk("", callback.node);
  return {
    event: callback.event,
    jobs: callback.jobs.map((j) => ({
      id: j.id, tag: j.tag, state: j.state, code: j.code, outcome: outcome(j), verdict: verdict(j),
      times: [j.created, j.started, j.ended].map((at) => (at ? at.getTime() / 1000 : 0)),
      input: [j.input.bucket, j.input.region, j.input.object], data: j.userData, run: j.workflow.runId,
      labels: j.labels.map((l) => [l.category, l.word]),
      tokens: j.tokens.map((t) => ({ ...t, offset: t.offset ?? -1, length: t.length ?? -1 })),
    })),
    run: callback.run ? [callback.run.id, callback.run.workflowId, callback.run.state] : [],
    leaves,
  };
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
if (process.argv[2] === "decode") {
  for await (const line of lines) console.log(JSON.stringify(read(line)));
} else {
  const take = receiver({
    async handle(job) {
      await lines.next();
      console.log("job", job.id, outcome(job));
    },
    handleRun: (run) => console.log("run", run.id, run.state),
    failed: () => console.log("failed"),
  });
  const served = server("secret", take).listen(0, "127.0.0.1", () => console.log(served.address().port));
}
