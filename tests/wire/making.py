"""What the tests of the wire are made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from broadsheet.story import (
    Block,
    Embed,
    Figure,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Photo,
    PullQuote,
)
from broadsheet.wire.copy import Copy
from broadsheet.wire.lines import lines
from broadsheet.wire.manuscript import Manuscript, manuscript
from broadsheet.wire.read import read_bytes
from broadsheet.wire.slip import Slip, slips
from broadsheet.wire.take import takes

CAPTURES = Path(__file__).parent / "captures"
SENTENCE = "The council met on Monday and kept the pier open for another year, after a long night."
SECOND = "“We are glad,” said the mayor, who had asked for the vote and got what she wanted."


def make_manuscript(text: str, *, name: str = "copy.txt") -> Manuscript:
    return manuscript(text.encode(), name=name)


def make_slips(*texts: str, language: str = "en") -> list[Slip]:
    """A slip for each text, a blank line between two."""
    return slips(takes(lines("\n\n".join(texts))), language=language)


def read_text(text: str, *, name: str = "copy.txt") -> Copy:
    return read_bytes(text.encode(), name=name)


def read_capture_file(name: str) -> Copy:
    return read_bytes((CAPTURES / name).read_bytes(), name=name)


def shown(body: tuple[Block, ...]) -> list[str]:
    """The body as short lines: what each block is and how it reads."""
    return [_shown(block) for block in body]


def kept_texts(copy: Copy) -> Iterator[str]:
    """Every text of the report, wherever in it."""
    yield from (copy.headline, copy.kicker, copy.standfirst, copy.dateline)
    yield from (text for writer in copy.byline for text in (writer.name, writer.role))
    yield from (*copy.sections, *copy.topics)
    yield from (correction.text for correction in copy.corrections)
    if copy.lead:
        yield from _photo(copy.lead)
    for block in copy.body:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Figure(photo):
            yield from _photo(photo)
        case Gallery():
            yield from (text for photo in block.photos for text in _photo(photo))
        case PullQuote():
            yield from (block.text, block.attribution)
        case Listing():
            yield from (item.plain for item in block.items)
        case Embed():
            yield block.url
        case Heading(text):
            yield text
        case Paragraph(text):
            yield text.plain


def _photo(photo: Photo) -> tuple[str, ...]:
    return (photo.caption, photo.credit, photo.source)


def _shown(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text.plain
        case Heading(text):
            return f"## {text}"
        case Figure(photo):
            return f"photo: {photo.caption} [{photo.credit}]"
        case Gallery():
            return f"gallery of {len(block.photos)}"
        case PullQuote():
            return f"> {block.text} — {block.attribution}"
        case Listing():
            sign = "1." if block.is_ordered else "-"
            return " ".join(f"{sign} {item.plain}" for item in block.items)
        case Embed():
            return block.url
        case _:
            raise AssertionError(block)
