"""Lets the tests of the kit see what the code in Python does."""

import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "python"))

from callback import BodyError, decode  # noqa: E402
from receiver import Receiver, server  # noqa: E402


def read(path):
    with open(path, "rb") as file:
        try:
            callback = decode(file.read())
        except BodyError:
            return {"refused": True}
    leaves = []

    def walk(at, node):
        if node.text or not node.nodes:
            leaves.append([at, node.text])
        for n in node.nodes:
            walk(at if node is callback.node and n.name == "" else at + "/" + n.name, n)

    walk("", callback.node)

    def job(j):
        at = [int(t.timestamp()) if t else 0 for t in (j.created, j.started, j.ended)]
        number = lambda n: -1 if n is None else n  # noqa: E731
        return {
            "id": j.id, "tag": j.tag, "state": j.state, "code": j.code,
            "outcome": j.outcome(), "verdict": j.verdict(), "times": at,
            "input": [j.bucket, j.region, j.object], "data": j.user_data, "run": j.run_id,
            "labels": [[l.category, l.word] for l in j.labels],
            "tokens": [
                {"word": t.word, "pos": t.pos, "offset": number(t.offset), "length": number(t.length)}
                for t in j.tokens
            ],
        }

    run = callback.run
    return {
        "event": callback.event, "jobs": [job(j) for j in callback.jobs],
        "run": [run.id, run.workflow_id, run.state] if run else [], "leaves": leaves,
    }


def handle(job):
    sys.stdin.readline()
    print("job", job.id, job.outcome(), flush=True)


if sys.argv[1] == "decode":
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"))))
else:
    receiver = Receiver(
        handle,
        lambda run: print("run", run.id, run.state, flush=True),
        lambda body, error: print("failed", flush=True),
    )
    served = server(("127.0.0.1", 0), "secret", receiver)
    print(served.server_address[1], flush=True)
    served.serve_forever()
