"""A file's name and what a browser reads → the best file to send, open, and the answer with it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from broadsheet.server.encodings import ENCODINGS
from broadsheet.server.media_types import Kind
from broadsheet.server.ranges import usable_range

_ABSENT = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ENAMETOOLONG, errno.ELOOP, errno.ENXIO}
)
_validators = StaticFiles(check_dir=False)


class SiteFile:
    """An open file. What the press renames into its place meanwhile does not mix in."""

    def __init__(self, handle: int, found: os.stat_result, kind: Kind, coding: str) -> None:
        self._handle = handle
        self._found = found
        self._kind = kind
        self._coding = coding

    @classmethod
    def open(cls, path: str, kind: Kind, *, accept_encoding: str) -> SiteFile | None:
        """The file at `path`, or a precompressed sibling that is accepted. None: there is none."""
        for suffix, coding in _siblings(kind, accept_encoding):
            opened = _open_regular(path + suffix)
            if opened is not None:
                return cls(*opened, kind, coding)
        return None

    def close(self) -> None:
        os.close(self._handle)

    def answer(self, scope: Scope, *, cache: str) -> Response:
        """200, or 304 when the browser has it, or 206 with the bytes that it asks for."""
        request = MutableHeaders(scope=scope)
        wanted = usable_range(request.get("range", ""), size=self._found.st_size)
        del request["range"]
        if wanted:
            request["range"] = wanted
        response = self._response(200, cache)
        if _validators.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response

    def error(self, status: int, *, cache: str) -> Response:
        """The file as the page of an error."""
        return self._response(status, cache)

    def _response(self, status: int, cache: str) -> Response:
        found = self._found
        headers = {
            "Cache-Control": cache,
            "ETag": f'"{found.st_mtime_ns:x}-{found.st_size:x}{self._coding}"',
        }
        if self._kind.is_text:
            headers["Vary"] = "Accept-Encoding"
        if self._coding:
            headers["Content-Encoding"] = self._coding
        return FileResponse(
            # The very file that was looked at, whatever has its name by now.
            f"/dev/fd/{self._handle}",
            status_code=status,
            headers=headers,
            media_type=self._kind.content_type,
            stat_result=found,
        )


def _siblings(kind: Kind, accept_encoding: str) -> Iterable[tuple[str, str]]:
    """Suffix and content coding of every file that will do, the best first."""
    if kind.is_text:
        for encoding in ENCODINGS:
            if encoding.is_accepted(accept_encoding):
                yield encoding.suffix, encoding.name
    yield "", ""


def _open_regular(path: str) -> tuple[int, os.stat_result] | None:
    try:
        # A pipe in the place of a file would be waited for otherwise.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in _ABSENT:
            return None
        raise
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode):
        return handle, found
    os.close(handle)
    return None
