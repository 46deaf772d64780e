"""The pieces of an HTML page, and the extractor's word on them → slips."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.story import Text
from broadsheet.wire.extract import Extract
from broadsheet.wire.headline import repeats_headline
from broadsheet.wire.lines import Line
from broadsheet.wire.page_pieces import Piece
from broadsheet.wire.prose import is_prose
from broadsheet.wire.reading import Kind, Reading, reading
from broadsheet.wire.slip import Slip
from broadsheet.wire.take import Take

_LEFT_OUT = "left out by the extractor"
_TABLE = "a table; its rows stand as a list"
_NEAR = 8  # pieces around a report in which its byline, date and topics are looked for
_HEAD = frozenset({"byline", "dates", "caption", "credit", "email"})
_TAIL = frozenset({"byline", "dates", "topics", "correction", "email"})
# What a paragraph of a page can be told to be by its words; anything else is prose.
_TOLD = _HEAD | _TAIL | {"breadcrumb", "address", "rule"}
_ROLES_OF_A_HEAD = frozenset({"standfirst", "byline", "kicker"})


def page_slips(
    pieces: Sequence[Piece], extract: Extract, *, headline: str, language: str
) -> list[Slip]:
    """A slip for every piece; those that are none of the report tell why.

    Text that the extractor left out from the middle of the report stays in, marked.
    """
    page = _Page(pieces, extract, headline, language)
    return [page.slip(at) for at in range(len(pieces))]


class _Page:
    def __init__(
        self, pieces: Sequence[Piece], extract: Extract, headline: str, language: str
    ) -> None:
        self._pieces = pieces
        self._language = language
        self._kept = _kept(pieces, extract)
        self._headline = self._find_headline(headline)
        prose = [
            at
            for at, piece in enumerate(pieces)
            if self._kept[at] and at > self._headline and is_prose(piece.text.plain)
        ]
        self._first = prose[0] if prose else len(pieces)
        self._last = max((at for at, kept in enumerate(self._kept) if kept), default=-1)

    def slip(self, at: int) -> Slip:
        piece = self._pieces[at]
        line = Line(at + 1, piece.text.plain, piece.text.plain, is_after_blank=piece.is_first)
        take = Take(piece.text.plain, (line,))
        read = self._reading(at)
        if at == self._headline:
            return Slip(take, read).as_headline()
        furniture, doubt = self._judgement(at, read.kind)
        if piece.kind == "row" and not doubt:
            doubt = _TABLE
        marked = piece.text if piece.text.marks else None
        return Slip(take, read, furniture, doubt, marked, piece.refused)

    def _find_headline(self, wanted: str) -> int:
        """The place of the printed headline, -1 where the page does not print it."""
        headings = [at for at, piece in enumerate(self._pieces) if piece.kind == "heading"]
        for at in headings:
            text = self._pieces[at].text.plain
            if wanted and (repeats_headline(text, wanted) or repeats_headline(wanted, text)):
                return at
        first = [at for at in headings if self._pieces[at].tag == "h1"]
        free = [at for at in first if not self._pieces[at].place]
        return next(iter(free or first), -1)

    def _judgement(self, at: int, kind: Kind) -> tuple[str, str]:
        """Why the piece is furniture, and what the editor is asked about it."""
        piece = self._pieces[at]
        why = piece.place or _LEFT_OUT
        if self._kept[at] and at > self._headline:
            return "", ""
        if at < self._first:
            is_head = piece.role in _ROLES_OF_A_HEAD or kind in _HEAD
            is_near = self._headline - _NEAR <= at or self._headline < 0
            return ("", "") if is_head and is_near and not piece.place else (why, "")
        if at > self._last:
            is_tail = kind in _TAIL and at <= self._last + _NEAR and not piece.place
            return ("", "") if is_tail else (why, "")
        if piece.place and not (piece.kind == "quote" and piece.place == "foot of the page"):
            return why, ""
        if kind in _HEAD or kind in {"embed", "pull quote"}:
            return "", ""
        is_text = kind == "heading" or is_prose(piece.text.plain)
        return ("", "the extractor left this out") if is_text else (why, "")

    def _reading(self, at: int) -> Reading:
        piece = self._pieces[at]
        text = piece.text.plain
        if piece.photo:
            kind: Kind = "caption" if piece.photo.caption else "credit"
            return Reading(kind=kind, text=text, photo=piece.photo)
        match piece.kind:
            case "heading" if at > self._first:
                return Reading(kind="heading", text=text)
            case "item" | "row":
                return Reading(kind="item", text=text, number=piece.number)
            case "quote":
                sign = "— " if piece.tag in {"footer", "cite"} and text[0] not in "—–-" else ""
                return Reading(kind="pull quote", text=sign + text)
            case "embed":
                return Reading(kind="embed", text=piece.address)
            case _:
                return self._paragraph(at, piece)

    def _paragraph(self, at: int, piece: Piece) -> Reading:
        text = piece.text.plain
        read = reading(text, language=self._language)
        if piece.role == "byline" and read.kind != "byline":
            told = reading(f"By {text}", language="en")
            read = told if told.kind == "byline" else read
        if read.kind in _TOLD:
            return read
        if piece.role == "caption":
            return reading(f"Caption: {text}", language="en")
        is_line = read.kind == "title" and (at < self._first or _is_strong(piece.text))
        return Reading(kind="title" if is_line else "prose", text=text)


def _kept(pieces: Sequence[Piece], extract: Extract) -> list[bool]:
    """Which pieces the extractor took. It takes an element whole: with a piece of it the others
    that only line breaks part from it."""
    kept = [
        piece.kind != "photo"
        and all(map(extract.holds, filter(None, piece.cells or [piece.text.plain])))
        for piece in pieces
    ]
    blocks = {piece.block for piece, is_kept in zip(pieces, kept, strict=True) if is_kept}
    return [
        is_kept or (piece.block in blocks and piece.block > 0)
        for piece, is_kept in zip(pieces, kept, strict=True)
    ]


def _is_strong(text: Text) -> bool:
    """The whole line is printed in bold, as pages without headings print theirs."""
    return any(
        mark.kind == "strong" and mark.start == 0 and mark.end == len(text.plain)
        for mark in text.marks
    )
