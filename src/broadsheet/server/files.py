"""The site folder served by Python, where there is no nginx: the same answers, more slowly."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from broadsheet.headers import DYNAMIC_PATHS, FOLDER_HEADERS, PAPER_HEADERS
from broadsheet.server.address import BadAddressError, site_path
from broadsheet.server.caching import GONE, MISSING, REDIRECT, STATIC, UNAVAILABLE, caching
from broadsheet.server.media_types import Kind, kind_of
from broadsheet.server.moved import Moved
from broadsheet.server.site_file import SiteFile
from broadsheet.server.web import TooLargeError, UnavailableError, Web

_HTML = Kind("text/html; charset=utf-8", is_text=True)
_UNKNOWN = Kind("application/octet-stream", is_text=False)


class Files:
    """An ASGI application: files by itself, the dynamic paths by `web`.

    `site`, `static` and `moved` are the folders and the map that `nginx_configuration()` takes;
    one set of tests holds the two to the same answers.
    """

    def __init__(
        self,
        web: ASGIApp,
        *,
        site: Path,
        static: Path,
        moved: Path,
        scheme: str = "http",
        proxies: Collection[IPv4Network | IPv6Network] = (),
        headers: Mapping[str, str] = PAPER_HEADERS,
        dynamic_paths: Iterable[str] = DYNAMIC_PATHS,
    ) -> None:
        self._web = Web(web, scheme=scheme, proxies=proxies)
        self._site = str(site)
        self._static = str(static)
        self._moved = Moved(moved)
        self._headers = dict(headers)
        self._dynamic_paths = tuple(dynamic_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"this server speaks HTTP, not {scope['type']}")
        try:
            path = site_path(scope.get("raw_path") or scope["path"].encode())
        except BadAddressError:
            await self._send(_plain(400, "Bad request"), scope, receive, send)
            return
        if path.startswith(self._dynamic_paths):
            await self._forward(scope, receive, send)
            return
        with ExitStack() as opened:
            await self._send(self._file(path, scope, opened), scope, receive, send)

    async def _forward(self, scope: Scope, receive: Receive, send: Send) -> None:
        """To the web application; if it fails before it answers, the page that says so."""
        has_begun = False

        async def watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(_to_head(message) if scope["method"] == "HEAD" else message)

        with ExitStack() as opened:
            try:
                await self._web(scope, receive, watched)
                return
            except (TooLargeError, UnavailableError) as trouble:
                if has_begun:
                    raise
                if isinstance(trouble, TooLargeError):
                    response = _plain(413, "This is too large to be taken")
                else:
                    response = self._error(503, scope, opened)
                    response.headers["Retry-After"] = "10"
            await self._send(response, scope, receive, send)

    def _file(self, path: str, scope: Scope, opened: ExitStack) -> Response:
        if f"{path}/" in self._dynamic_paths:
            return _redirect(f"{path}/", scope)
        if scope["method"] not in {"GET", "HEAD"}:
            return _plain(405, "Method not allowed", Allow="GET, HEAD")
        if "/." in path:
            found = None
        elif path.startswith("/static/"):
            found = self._static_file(path, scope, opened)
        elif path.endswith("/"):
            found = self._page(path, scope, opened)
        else:
            found = self._named_file(path, scope, opened)
        return found or self._error(404, scope, opened)

    def _static_file(self, path: str, scope: Scope, opened: ExitStack) -> Response | None:
        kind = kind_of(path) or _UNKNOWN
        found = self._open(self._static + path.removeprefix("/static"), kind, scope, opened)
        return found.answer(scope, cache=STATIC) if found else None

    def _page(self, path: str, scope: Scope, opened: ExitStack) -> Response | None:
        # Before the file: a signpost page stands there for other web servers.
        moved_to = self._moved.to(path)
        if moved_to:
            return RedirectResponse(moved_to, 301, {"Cache-Control": REDIRECT})
        found = self._open(f"{self._site}{path}index.html", _HTML, scope, opened)
        if found:
            return found.answer(scope, cache=caching(path))
        withdrawn = self._open(f"{self._site}{path}{GONE}", _HTML, scope, opened)
        return withdrawn.error(410, cache=MISSING) if withdrawn else None

    def _named_file(self, path: str, scope: Scope, opened: ExitStack) -> Response | None:
        if path.endswith(f"/{GONE}"):
            return None
        kind = kind_of(path)
        if kind:
            found = self._open(self._site + path, kind, scope, opened)
            if found is None:
                return None
            response = found.answer(scope, cache=caching(path))
            response.headers.update(_of_folder(path))
            return response
        for name in ("index.html", GONE):
            if self._open(f"{self._site}{path}/{name}", _HTML, scope, opened):
                return _redirect(f"{path}/", scope)
        return None

    def _error(self, status: int, scope: Scope, opened: ExitStack) -> Response:
        name, cache = _ERROR_PAGES[status]
        found = self._open(f"{self._site}/{name}", _HTML, scope, opened)
        if found:
            return found.error(status, cache=cache)
        return _plain(status, "Not found" if status == 404 else "Not available just now")

    def _open(self, path: str, kind: Kind, scope: Scope, opened: ExitStack) -> SiteFile | None:
        accept_encoding = Headers(scope=scope).get("accept-encoding", "")
        found = SiteFile.open(path, kind, accept_encoding=accept_encoding)
        if found:
            opened.callback(found.close)
        return found

    async def _send(self, response: Response, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it with the paper's headers."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.update(self._headers)
                message = {**message, "headers": headers.raw}
            await send(_to_head(message) if scope["method"] == "HEAD" else message)

        await response(scope, receive, dressed)


_ERROR_PAGES = {404: ("404.html", MISSING), 503: ("unavailable.html", UNAVAILABLE)}


def _to_head(message: Message) -> Message:
    """The message as it is sent to HEAD, without a body."""
    return {**message, "body": b""} if message["type"] == "http.response.body" else message


def _of_folder(path: str) -> Mapping[str, str]:
    return FOLDER_HEADERS.get(path[: path.find("/", 1) + 1], {})


def _plain(status: int, text: str, **headers: str) -> Response:
    return PlainTextResponse(f"{text}\n", status, headers)


def _redirect(path: str, scope: Scope) -> Response:
    query = scope["query_string"].decode("latin-1")
    target = quote(os.fsencode(path)) + (f"?{query}" if query else "")
    return RedirectResponse(target, 301, {"Cache-Control": REDIRECT})
