"""A sentence while it is being read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """A sentence's text and where its galley words are in it.

    `capitals_until` is the offset up to which everything is written in capitals: the whole of a
    headline that shouts, or the town of a dateline.
    """

    text: str
    words: tuple[Span, ...]
    capitals_until: int = 0

    def before(self, at: int) -> str:
        """The word before the one that `at` is in; "" at the beginning."""
        return self._word(self._index(at) - 1)

    def two_before(self, at: int) -> str:
        return self._word(self._index(at) - 2)

    def after(self, end: int) -> str:
        """The word that begins at `end` or behind it; "" at the end."""
        return self._word(bisect_left(self._starts, end))

    def starts_word(self, at: int) -> bool:
        return self._starts[self._index(at)] == at

    def end_of_word(self, at: int) -> int:
        return self.words[self._index(at)][1]

    def start_of_word(self, at: int) -> int:
        return self.words[self._index(at)][0]

    def is_last(self, end: int) -> bool:
        """Whether no word follows `end`."""
        return bisect_left(self._starts, end) == len(self.words)

    def touched(self, start: int, end: int) -> range:
        """Indices of the words that have a character between `start` and `end`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _word(self, index: int) -> str:
        if not 0 <= index < len(self.words):
            return ""
        start, end = self.words[index]
        return self.text[start:end]

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.words]
