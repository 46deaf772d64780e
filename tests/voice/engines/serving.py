"""A speech server on this machine, which answers as a test tells it to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Asked:
    """One question that came in."""

    path: str
    question: dict[str, Any]
    key: str


@dataclass
class Served:
    """Where the server is, and what it was asked so far."""

    origin: str
    asked: list[Asked] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"{self.origin}/v1/audio/speech"


Answering = Callable[[BaseHTTPRequestHandler, Asked], None]


@contextmanager
def serving(answering: Answering) -> Iterator[Served]:
    """Run the server while the test runs."""
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            question = json.loads(self.rfile.read(length))
            asked = Asked(self.path, question, self.headers.get("Authorization", ""))
            served.asked.append(asked)
            answering(self, asked)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.origin = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answer(
    handler: BaseHTTPRequestHandler, body: bytes, media_type: str, status: int = 200
) -> None:
    """Send a whole answer."""
    handler.send_response(status)
    handler.send_header("Content-Type", media_type)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
