"""A port → `/health` and `/metrics`, answered there until told to stop."""

from __future__ import annotations

import datetime as dt
import json
import socket
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.db import Error as DatabaseError
from django.db import connections
from django.utils import timezone

from broadsheet.lookout.figure import Figure, exposition
from broadsheet.lookout.figures import figures, figures_of_reach
from broadsheet.lookout.health import health

_METRICS = "text/plain; version=0.0.4; charset=utf-8"
_JSON = "application/json"


def listen(host: str, port: int, *, clock: Callable[[], dt.datetime] = timezone.now) -> Lookout:
    """A server that is ready to `serve_forever`."""
    return Lookout((host, port), clock)


class Lookout(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], clock: Callable[[], dt.datetime]) -> None:
        self.clock = clock
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Answer)


class _Answer(BaseHTTPRequestHandler):
    server: Lookout
    server_version = "Broadsheet"
    sys_version = ""
    timeout = 10

    def do_GET(self) -> None:  # as the server of the standard library calls it
        try:
            match self.path.partition("?")[0]:
                case "/health":
                    self._health()
                case "/metrics":
                    self._metrics()
                case _:
                    self._send(HTTPStatus.NOT_FOUND, "text/plain", "ask for /health or /metrics\n")
        finally:
            connections.close_all()

    def log_message(self, *_: object) -> None:
        """Whoever watches asks every few seconds; the log has better things to tell."""

    def _health(self) -> None:
        troubles = health(now=self.server.clock())
        status = HTTPStatus.SERVICE_UNAVAILABLE if troubles else HTTPStatus.OK
        told = json.dumps({"ok": not troubles, "troubles": troubles}, ensure_ascii=False)
        self._send(status, _JSON, f"{told}\n")

    def _metrics(self) -> None:
        try:
            found = figures(now=self.server.clock())
        except DatabaseError:
            found = ()
        up = Figure.of("up", "Whether the database can be read.", bool(found))
        self._send(HTTPStatus.OK, _METRICS, exposition((up, *figures_of_reach(), *found)))

    def _send(self, status: HTTPStatus, media_type: str, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)
