"""Pieces of running text with emphasis and links → `Text`."""

from __future__ import annotations

import re

from broadsheet.story import Mark, MarkKind, Text
from broadsheet.wire.addresses import safe_address
from broadsheet.wire.lines import clean

_SPACE = re.compile(r"\s+")


class Typesetter:
    """Adds piece to piece. Spaces are single, marks lie on the letters they were opened over.

    `refused` holds the addresses of links that were taken off because they are not safe.
    """

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._ends_in_space = True  # so that a text does not begin with one
        self._open: list[tuple[MarkKind, str, int]] = []
        self._marks: list[Mark] = []

    def add(self, text: str) -> None:
        inner = clean(text)
        if text[:1].isspace() or (not inner and text.strip() != text):
            self._space()
        if inner:
            self._put(_SPACE.sub(" ", inner))
            if text[-1:].isspace():
                self._space()

    def open(self, kind: MarkKind, href: str = "") -> None:
        address = safe_address(href) if kind == "link" else ""
        if kind == "link" and not address:
            self.refused.append(href)
        self._open.append((kind, address, self._length))

    def close(self, kind: MarkKind) -> None:
        """End the innermost mark of this kind, and what was opened in it and never ended."""
        if kind not in (opened for opened, _, _ in self._open):
            return
        while self._open:
            opened, href, start = self._open.pop()
            if opened != "link" or href:
                self._marks.append(Mark(start, self._length, opened, href))
            if opened == kind:
                return

    def text(self) -> Text:
        """All that was added."""
        while self._open:
            self.close(self._open[-1][0])
        plain = "".join(self._pieces).rstrip()
        marks = {trimmed for mark in self._marks if (trimmed := _trimmed(mark, plain))}
        return Text(
            plain, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))
        )

    def _space(self) -> None:
        if not self._ends_in_space:
            self._put(" ")
            self._ends_in_space = True

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._ends_in_space = text.endswith(" ")


def _trimmed(mark: Mark, plain: str) -> Mark | None:
    """The mark without spaces at its ends; None where no letter is left."""
    start, end = mark.start, min(mark.end, len(plain))
    while start < end and plain[start] == " ":
        start += 1
    while end > start and plain[end - 1] == " ":
        end -= 1
    return Mark(start, end, mark.kind, mark.href) if start < end else None
