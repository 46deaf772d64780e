"""The desk's rich text ↔ `Text`: HTML of a single paragraph to characters with marks, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol

from broadsheet.story import Mark, MarkKind, Text

_KINDS: dict[str, MarkKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "a": "link",
}
_TAGS: dict[MarkKind, str] = {"strong": "b", "em": "i"}
_BLOCKS = {"p", "div", "li", "ul", "ol", "h2", "h3", "h4", "blockquote", "br", "hr"}
_HEADINGS = {"h2", "h3", "h4"}
_MARKUP = re.compile(r"<[^<>]*>")
_SAFE = re.compile(r"(?:https?://|/(?!/)|#)", re.IGNORECASE)


class PagePaths(Protocol):
    """Where a page of the tree stands on the site, by its id; "" where there is none."""

    def __call__(self, page_id: int, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a heading between two."""

    text: Text
    is_heading: bool = False


def paragraphs(html: str, path_of_page: PagePaths) -> tuple[Text, ...]:
    """Each paragraph of the editor's HTML as a Text. Unsafe and dead links become plain words."""
    return tuple(passage.text for passage in passages(html, path_of_page))


def passages(html: str, path_of_page: PagePaths) -> tuple[Passage, ...]:
    """The same, where headings are told apart."""
    reader = _Reader(path_of_page)
    reader.feed(html)
    reader.close()
    return reader.finished()


def html_of(text: Text) -> str:
    """The HTML, as the editor stores it, of one paragraph: the inverse of `paragraphs`."""
    if not text.marks:
        return f"<p>{escape(text.plain, quote=False)}</p>"
    pieces: list[str] = []
    opened: list[Mark] = []
    cuts = {0, len(text.plain)} | {edge for mark in text.marks for edge in (mark.start, mark.end)}
    starts = {at: tuple(marks) for at, marks in groupby(text.marks, key=attrgetter("start"))}
    edges = sorted(cuts)
    for here, there in zip(edges, [*edges[1:], edges[-1]], strict=True):
        while opened and opened[-1].end <= here:
            pieces.append(f"</{_tag(opened.pop())}>")
        for mark in starts.get(here, ()):
            href = f' href="{escape(mark.href)}"' if mark.kind == "link" else ""
            pieces.append(f"<{_tag(mark)}{href}>")
            opened.append(mark)
        pieces.append(escape(text.plain[here:there], quote=False))
    return f"<p>{''.join(pieces)}</p>"


def running_text(blocks: Iterable[Any]) -> str:
    """All words in the stored blocks of a body, a space between blocks."""
    return " ".join(unescape(_MARKUP.sub(" ", text)) for text in _texts(list(blocks)))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item.get("value", item) if isinstance(item, dict) else item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _tag(mark: Mark) -> str:
    return _TAGS.get(mark.kind, "a")


class _Reader(HTMLParser):
    def __init__(self, path_of_page: PagePaths) -> None:
        super().__init__(convert_charrefs=True)
        self._path_of_page = path_of_page
        self._done: list[Passage] = []
        self._is_heading = False
        self._plain = ""
        self._open: list[tuple[str, MarkKind | None, int, str]] = []
        self._marks: list[Mark] = []

    def finished(self) -> tuple[Passage, ...]:
        self._end_paragraph()
        return tuple(self._done)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
            self._is_heading = tag in _HEADINGS
        elif tag in _KINDS:
            kind: MarkKind | None = _KINDS[tag]
            href = self._href(dict(attrs)) if kind == "link" else ""
            if kind == "link" and not href:
                kind = None
            self._open.append((tag, kind, len(self._plain), href))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        elif tag in {opened[0] for opened in self._open}:
            while self._close_innermost() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._plain += data

    def _close_innermost(self) -> str:
        tag, kind, start, href = self._open.pop()
        if kind and start < len(self._plain):
            self._marks.append(Mark(start, len(self._plain), kind, href))
        return tag

    def _end_paragraph(self) -> None:
        while self._open:
            self._close_innermost()
        before = len(self._plain) - len(self._plain.lstrip())
        plain = self._plain.strip()
        if plain:
            moved = (
                Mark(max(m.start - before, 0), min(m.end - before, len(plain)), m.kind, m.href)
                for m in self._marks
            )
            marks = sorted({m for m in moved if m.start < m.end}, key=_outermost_first)
            self._done.append(Passage(Text(plain, tuple(marks)), self._is_heading))
        self._plain, self._marks, self._is_heading = "", [], False

    def _href(self, attributes: dict[str, str | None]) -> str:
        if attributes.get("linktype") == "page" and (attributes.get("id") or "").isdigit():
            return self._path_of_page(int(attributes["id"] or 0))
        href = (attributes.get("href") or "").strip()
        return href if _SAFE.match(href) else ""


def _outermost_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind
