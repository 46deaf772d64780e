"""Programs that stand in for Django: they tell what they have been told."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from starlette.types import Receive, Scope, Send

from broadsheet.server.files import Files
from broadsheet.setting.server import ServerConfig

CSP = "default-src 'self'"


def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    headers = {
        key[5:].replace("_", "-").lower(): value
        for key, value in environ.items()
        if key.startswith("HTTP_")
    }
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/desk/slow/":
        _wait_for_the_word(environ["QUERY_STRING"])
    start_response(
        "200 OK",
        [("Content-Type", "application/json"), ("Content-Security-Policy", CSP)],
    )
    # To HEAD too, as Django does.
    return [_told(environ["RAW_URI"], environ["wsgi.url_scheme"], headers, len(body))]


async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
    received = 0
    while True:
        message = await receive()
        received += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    headers = {key.decode(): value.decode("latin-1") for key, value in scope["headers"]}
    query = f"?{scope['query_string'].decode()}" if scope["query_string"] else ""
    start = [(b"content-type", b"application/json"), (b"content-security-policy", CSP.encode())]
    await send({"type": "http.response.start", "status": 200, "headers": start})
    told = _told(scope["raw_path"].decode() + query, scope["scheme"], headers, received)
    await send({"type": "http.response.body", "body": told})


async def down(scope: Scope, receive: Receive, send: Send) -> None:
    raise ConnectionRefusedError("the database is down")


def files() -> Files:
    return _files(asgi)


def files_with_the_web_down() -> Files:
    return _files(down)


def _files(web: Any) -> Files:
    return Files(
        web,
        site=Path(os.environ["SITE"]),
        static=Path(os.environ["STATIC"]),
        moved=Path(os.environ["MOVED"]),
        scheme="https",
        proxies=ServerConfig(proxies=os.environ.get("PROXIES", "")).believed,
    )


def _told(target: str, scheme: str, headers: dict[str, str], received: int) -> bytes:
    told = {"target": target, "scheme": scheme, "headers": headers, "received": received}
    return json.dumps(told).encode()


def _wait_for_the_word(name: str) -> None:
    """Say that the request is here, and go on when the test has written the answer."""
    Path(f"{name}.begun").touch()
    while not Path(f"{name}.go").exists():
        time.sleep(0.01)
