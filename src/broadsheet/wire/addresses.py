"""An address in a copy → the same if it is safe to link to; a picture's → the name of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_PATH = r"[^\s<>\"\\^`{|}\x00-\x1f\x7f]*"
_WEB = re.compile(
    rf"https?://[^\s/?#<>\"'\\^`{{|}}@\x00-\x1f\x7f]+(?:[/?#]{_PATH})?", re.IGNORECASE
)
_ON_SITE = re.compile(rf"/(?![/\\]){_PATH}")
_LONGEST = 2000
_LONGEST_FILE = 200
_LONGEST_TOLD = 80
_PICTURE = re.compile(r"(?:jpe?g|png|webp|gif|heic|heif|tiff?|avif)", re.IGNORECASE)


def safe_address(href: str) -> str:
    """A web address, or a path on the paper's own site; "" for anything else.

    What else there is (javascript:, data:, file:, addresses with a password in them, e-mail) a
    page of the paper must not link to.
    """
    href = href.strip().replace(" ", "%20")
    if len(href) <= _LONGEST and (_WEB.fullmatch(href) or _ON_SITE.fullmatch(href)):
        return href
    return ""


def without_scheme(address: str) -> str:
    """How an address is shown: `https://a.example/b/` → `a.example/b`."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def with_refused(taken_as: str, refused: Sequence[str]) -> str:
    """What a line was taken for, and the addresses that were taken off it."""
    if not refused:
        return taken_as
    told = ", ".join(address[:_LONGEST_TOLD] or "an empty address" for address in refused)
    return f"{taken_as}; taken off: {told}"


def picture_file(src: str) -> str:
    """The file name under which a picture is announced, relative to the copy; "" for none.

    Of a web address, an absolute path or one that climbs out of its folder only the last part is
    left: `../../x/pier.jpg` → `pier.jpg`.
    """
    src = src.strip()
    if src.lower().startswith(("data:", "javascript:", "blob:")):
        return ""
    try:
        path = PurePosixPath(unquote(urlsplit(src).path).replace("\\", "/"))
    except ValueError:
        return ""
    is_inside = "://" not in src and not path.is_absolute() and ".." not in path.parts
    name = str(path) if is_inside else path.name
    is_picture = _PICTURE.fullmatch(path.suffix.removeprefix("."))
    return name if is_picture and len(name) <= _LONGEST_FILE and name.isprintable() else ""
