from __future__ import annotations

import gzip
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat

from bench.crowd import Stream, Watch, ask

READ = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
SLOW_SECONDS = 0.4


class Paper(BaseHTTPRequestHandler):
    """Its first answer is slow; every page has the number of those before it."""

    protocol_version = "HTTP/1.1"
    status = 200
    asked = 0

    def do_GET(self) -> None:  # the name that http.server calls
        kind = type(self)
        kind.asked += 1
        if kind.asked == 1:
            time.sleep(SLOW_SECONDS)
        body = gzip.compress(f"number {kind.asked}".encode())
        self.send_response(kind.status)
        self.send_header("ETag", f'"{kind.asked}"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(status: int = 200) -> Iterator[int]:
    handler = type("Served", (Paper,), {"status": status})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def asked(port: int, *, seconds: float = 0.5) -> tuple[Stream, Watch]:
    stream = Stream(per_second=20, connections=1, requests=repeat(READ))
    watch = Watch(re.compile(rb"number (\d+)"))
    ask(port, [stream], watch, seconds=seconds)
    return stream, watch


def test_requests_come_at_their_rate_however_slow_an_answer_is() -> None:
    with served() as port:
        stream, _ = asked(port)
    assert len(stream.milliseconds) == 11
    assert stream.errors == 0


def test_who_had_to_wait_for_a_slow_answer_is_counted_as_slow() -> None:
    with served() as port:
        stream, _ = asked(port)
    # Due 50, 100, 150… ms after the slow one, and sent after it.
    assert len([took for took in stream.milliseconds if took > 100]) >= 5


def test_an_answer_that_is_no_page_is_an_error() -> None:
    with served(503) as port:
        stream, _ = asked(port, seconds=0.1)
    assert stream.milliseconds == []
    assert stream.errors == 3


def test_the_first_reader_of_each_version_is_noted() -> None:
    with served() as port:
        before = time.time()
        _, watch = asked(port, seconds=0.1)
    assert list(watch.first_seen) == ["1", "2", "3"]
    assert before <= watch.first_seen["1"] <= watch.first_seen["2"]
