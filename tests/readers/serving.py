"""The reader's pages, served from this process, so that a test sees both sides of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.wsgi import get_wsgi_application
from django.db import connections

from broadsheet.paper.assets import assets


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each request: a browser opens connections that it does not use yet."""

    block_on_close = True
    daemon_threads = False

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


@contextmanager
def served() -> Iterator[str]:
    """Serve until the block ends; gives the port's address, `http://localhost:…`."""
    with make_server("127.0.0.1", 0, _paper(), server_class=_Server, handler_class=_Quiet) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://localhost:{made.server_port}"
        made.shutdown()
        thread.join()


def _paper() -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    django = get_wsgi_application()
    files = {asset.path: asset for asset in assets()}

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if asset := files.get(environ["PATH_INFO"]):
            start_response("200 OK", [("Content-Type", asset.media_type)])
            return [asset.body]
        answered: Iterable[bytes] = django(environ, start_response)
        return answered

    return answer
