"""What a browser asked for → the one path on the site that it means."""

from __future__ import annotations

import os
from urllib.parse import unquote_to_bytes


class BadAddressError(Exception):
    """An address that names nothing on any site: it leaves the site or holds a NUL."""


def site_path(raw: bytes) -> str:
    """The path of a request target without its query, unescaped, and no way out of the site.

    Slashes that follow each other count as one; `.` and `..` are resolved, whether escaped or
    not. Bytes that are not UTF-8 come as surrogate escapes, as file names do (PEP 383).

    >>> site_path(b"/national//./talks%2Dresume/")
    '/national/talks-resume/'
    """
    path = unquote_to_bytes(raw)
    if not path.startswith(b"/") or b"\0" in path:
        raise BadAddressError
    kept: list[bytes] = []
    *folders, last = path.split(b"/")[1:]
    for part in (*folders, last):
        if part == b"..":
            if not kept:
                raise BadAddressError
            kept.pop()
        elif part not in {b"", b"."}:
            kept.append(part)
    is_folder = last in {b"", b".", b".."} and kept
    return os.fsdecode(b"/" + b"/".join(kept) + (b"/" if is_folder else b""))
