"""Receives callbacks over HTTP. Needs nothing but Python.

    python3 receiver.py 8080 SECRET

It answers as soon as it has the bytes, and works afterwards, one body after another:
nobody documents how long the service waits for an answer. What it remembers and what
is waiting is in memory. Where no callback may be lost or handled twice, put the bytes
into a queue or a table in store(), and a unique key on the JobId where handle() writes.
"""

import hmac
import queue
import sys
import threading
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from callback import decode

LARGEST = 32 << 20  # bytes of a body: all words of a text come in one
WAITING = 1000  # bodies that wait to be handled
REMEMBER = 100_000  # IDs of jobs that were handled


class Receiver:
    """Takes bodies in, and handles each JobId once.

    handle(job) and handle_run(run) do the work; after an exception the next callback
    with that ID is handled again. failed(body, error) is told of what could not be
    read or handled. store(body) may keep the bytes before the answer is given; after
    an exception of it the answer is 503.
    """

    def __init__(self, handle, handle_run=None, failed=None, store=None):
        self.handle, self.handle_run = handle, handle_run
        self.failed = failed or (lambda body, error: None)
        self.store = store or (lambda body: None)
        self.waiting = queue.Queue(WAITING)
        self.seen = OrderedDict()
        threading.Thread(target=self._work, daemon=True).start()

    def take(self, body: bytes) -> None:
        """Keep a body to be handled. An exception means that it was not taken."""
        try:
            self.store(body)
            self.waiting.put_nowait(body)
        except Exception as error:
            self.failed(body, error)
            raise

    def _work(self):
        while True:
            body = self.waiting.get()
            try:
                callback = decode(body)
                if callback.run is None and not callback.jobs:
                    raise ValueError("the body has no job")
            except ValueError as error:
                self.failed(body, error)
                continue
            for job in callback.jobs:
                self._do(body, job, self.handle)
            if callback.run is not None and self.handle_run is not None:
                self._do(body, callback.run, self.handle_run)

    def _do(self, body, what, handle):
        if what.id in self.seen:
            return
        try:
            handle(what)
        except Exception as error:  # whatever it is, the next body is handled
            self.failed(body, error)
            return
        if what.id:
            self.seen[what.id] = True
            if len(self.seen) > REMEMBER:
                self.seen.popitem(last=False)


def server(address, secret, receiver):
    """An HTTP server that gives a receiver what is posted to /SECRET. Nothing is signed,
    so who knows that path may post."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 30  # seconds without a byte

        def do_POST(self):
            if not hmac.compare_digest(self.path.encode(), ("/" + secret).encode()):
                return self.answer(404)
            try:
                length = int(self.headers.get("Content-Length", ""))
            except ValueError:
                return self.answer(411)
            if not 0 <= length <= LARGEST:
                return self.answer(413)
            body = self.rfile.read(length)
            if len(body) < length:
                return self.answer(400)
            try:
                receiver.take(body)
            except Exception:
                return self.answer(503)
            return self.answer(200)

        def do_GET(self):
            self.answer(405)

        def answer(self, code):
            self.send_response(code)
            if code == 405:
                self.send_header("Allow", "POST")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass  # the path is a secret

    return ThreadingHTTPServer(address, Handler)


def main():
    port, secret = int(sys.argv[1]), sys.argv[2]
    receiver = Receiver(
        handle=lambda job: print(job.id, job.outcome(), len(job.tokens), "words", flush=True),
        handle_run=lambda run: print(run.id, run.state, flush=True),
        failed=lambda body, error: print(error, repr(body[:200]), file=sys.stderr),
    )
    server(("", port), secret, receiver).serve_forever()


if __name__ == "__main__":
    main()
