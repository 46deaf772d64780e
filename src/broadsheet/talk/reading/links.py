"""The text of a comment → the same text with its links marked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import regex

_LINK = regex.compile(r"(?<![\p{L}\p{N}])https?://[^\s<>\"'`“”‘’«»「」『』]+", regex.IGNORECASE)
_TRAILING = ".,;:!?…)]}>*_~、。，"


def links(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `text` in their order, and whether each is a link. Together they are `text`.

    Only http and https are, and only where a host follows.
    """
    at = 0
    for found in _LINK.finditer(text):
        link = _without_trailing(found[0])
        if not _has_host(link):
            continue
        if found.start() > at:
            yield text[at : found.start()], False
        yield link, True
        at = found.start() + len(link)
    if at < len(text):
        yield text[at:], False


def _without_trailing(link: str) -> str:
    """Without the marks of the sentence around it. A bracket stays where it was opened within."""
    while link and link[-1] in _TRAILING:
        if link[-1] == ")" and link.count("(") >= link.count(")"):
            break
        link = link[:-1]
    return link


def _has_host(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False
