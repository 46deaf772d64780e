"""Text → where its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.galley.abbreviations import has_own_period

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S|[\w.+-]+@[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S"
)
# A dash between two words parts them; between two digits it is a range, one word.
_PARTED = re.compile(r"—|--+|…|\.{3,}|―|(?<!\d)–|–(?!\d)|(?<!\d)/|/(?!\d)")
# What a number, a handle or a shortened word may begin with.
_OPENING = re.compile(
    r"[$€£¥₩₹]|[A-Z]{1,3}\$|[#@§№](?=\w)|[+\-−±~≈<>](?=[$€£¥₩₹]?\.?\d)|\.(?=\d)|['’](?=\w)"
)
_CLOSING = re.compile(r"[%‰°″′+]|[CFK]?(?<=°.)|[$€£¥₩₹]")
_LETTER = re.compile(r"[^\W_]")
_QUOTES = "'’‘"


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word of a sentence, in order.

    A word is what a reader would point at: `U.S.`, `$1.2`, `President-elect`, `2017-2021`,
    `don't`. Dashes, dots and slashes between words part them; quotation marks and the punctuation
    around a word are none of it. The period of an abbreviation is.
    """
    for chunk in _CHUNK.finditer(text):
        for start, end in _pieces(text, chunk.start(), chunk.end()):
            if span := _word(text, start, end):
                yield span


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if _ADDRESS.search(text, start, end):
        yield start, end
        return
    for part in _PARTED.finditer(text, start, end):
        if part.start() > start:
            yield start, part.start()
        start = part.end()
    if end > start:
        yield start, end


def _word(text: str, start: int, end: int) -> tuple[int, int] | None:
    if not _LETTER.search(text, start, end):
        return None
    while not _LETTER.match(text, start) and not _opens(text, start, end):
        start += 1
    while not _LETTER.match(text, end - 1) and not _closes(text, start, end):
        end -= 1
    return start, end


def _opens(text: str, start: int, end: int) -> bool:
    if text[start] in _QUOTES:
        # ’90s and ’em are words that begin with it; 'yes' only stands in quotation marks.
        return (
            text[start] != "‘"
            and not any(mark in text[start + 1 : end] for mark in _QUOTES)
            and (text[start + 1 : start + 2].isdigit() or text[start] == "’")
            and _LETTER.match(text, start + 1) is not None
        )
    return _OPENING.match(text, start, end) is not None


def _closes(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    if last == ".":
        return has_own_period(text[start:end])
    return _CLOSING.fullmatch(last) is not None and _LETTER.match(text, end - 2) is not None
