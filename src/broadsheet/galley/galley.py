"""A story's text in order. Voice, dictionary and research speak of words by their number here.

The word that a reader hears, taps and sees quoted is the same word, because all of them take it
from here. Offsets are in code points of the line's own text; `Line.utf16` turns one into the unit
that a browser counts in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Role = Literal[
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "item",
    "quote",
    "attribution",
    "title",
    "caption",
    "correction",
]

_PAIR = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Word:
    """`line.text[start:end]`. `number` counts from 0 through the whole galley."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`line.text[start:end]`, the space after it included: sentences leave no gap in a line."""

    number: int
    start: int
    end: int
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Line:
    """One stretch of text that stands by itself: a headline, a paragraph, an item of a list.

    `place` says where it stands on the page, and the page's element carries it as `data-line`:
    `headline`, `body.3`, `body.5.1`, `correction.0`. `item` lines also tell their `ordinal` from
    1 where the list is numbered, else 0. `label` is what the page says beside the text: what
    somebody in a byline did, "" for the writer, and of which kind a correction is.
    """

    number: int
    place: str
    role: Role
    text: str
    sentences: tuple[Sentence, ...]
    ordinal: int = 0
    label: str = ""

    @property
    def words(self) -> Iterator[Word]:
        for sentence in self.sentences:
            yield from sentence.words

    def utf16(self, offset: int) -> int:
        """An offset in code points → the same place in UTF-16 code units, as browsers count."""
        return offset + bisect_left(self._pairs, offset)

    @cached_property
    def _pairs(self) -> tuple[int, ...]:
        """Where the characters stand that UTF-16 writes as a pair of code units."""
        return tuple(found.start() for found in _PAIR.finditer(self.text))


@dataclass(frozen=True)
class Galley:
    """The lines of a story in the order of the page, and the language that they are in."""

    language: str
    lines: tuple[Line, ...]

    @cached_property
    def words(self) -> tuple[tuple[Line, Word], ...]:
        """Every word with its line, at the index that is the word's number."""
        return tuple((line, word) for line in self.lines for word in line.words)

    @cached_property
    def sentences(self) -> tuple[tuple[Line, Sentence], ...]:
        """Every sentence with its line, at the index that is the sentence's number."""
        return tuple((line, sentence) for line in self.lines for sentence in line.sentences)

    def word(self, number: int) -> str:
        """The characters of a word."""
        line, word = self.words[number]
        return line.text[word.start : word.end]
