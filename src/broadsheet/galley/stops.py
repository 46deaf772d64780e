"""A line of text → the places where a sentence may end, with what stands around each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.galley.abbreviations import LONGEST_ABBREVIATION

# “ and « close in German and open in English; which of the two it is, its place tells.
_CLOSERS = "\"'”’“‘»«›‹)\\]}」』）】》〉"
_OPENERS = "\"'“‘”’„‚«»‹›([{「『（【《〈¿¡…*•—–-"
_ELLIPSES = "…‥"
_MARKS = f".!?{_ELLIPSES}؟۔।"
_EMOJI = "\u2190-\u2bff\u200d\ufe0f\U0001f000-\U0001faff"
_WIDE = "。！？"
# The marks (`?!`, `. . .`), what closes behind them (French puts a space before ») or adds to them
# (an emoji), and the space before the next sentence. Chinese and Japanese put no space there.
# Groups are atomic and not possessive: Python before 3.11.5, which Debian 12 has, loses its way in
# a possessive group that can go back within itself (python/cpython issue 106052).
_STOP = re.compile(
    rf"(?<![{_MARKS}])(?<![.{_ELLIPSES}][ \u00a0])"
    rf"(?P<mark>[{_MARKS}]++(?>(?:[ \u00a0][.{_ELLIPSES}]++(?!\w))*))"
    rf"(?P<closers>(?>(?:[{_CLOSERS}{_EMOJI}]|[ \u00a0\u202f](?:[»›](?!\w)|[{_EMOJI}]++))*))\s++"
    rf"|(?P<wide>[{_WIDE}]++)(?P<wide_closers>[{_CLOSERS}]*+)\s*+"
)
_NEXT = re.compile(rf"(?P<openers>(?>(?:[\s{_OPENERS}]|\.\.++)*))(?P<word>\S{{0,40}})")
_STEM = re.compile(r"[^\W\d_]+(?!['’]?[^\W\d_]*[-‑])")
_QUOTES = frozenset("\"'”’“‘»«」』")
_NO_WORD = frozenset(' \t\n\u00a0\u202f—–"“”«»„([{「『')


@dataclass(frozen=True, slots=True)
class Stop:
    """Marks at `text[at:]` and what closes behind them; the next sentence would begin at `end`.

    It would begin with `openers` and with `next_word`, which is cut off after 40 characters.
    """

    text: str
    at: int
    end: int
    mark: str
    closers: str
    openers: str
    next_word: str

    @property
    def last_word(self) -> str:
        """What the marks stand behind, or its last 12 characters where it is longer."""
        start, earliest = self.at, max(0, self.at - LONGEST_ABBREVIATION)
        while start > earliest and self.text[start - 1] not in _NO_WORD:
            start -= 1
        return self.text[start : self.at].lstrip("'’‘")

    @property
    def stem(self) -> str:
        """The letters that the next word begins with, "" for `All-Star` and for numbers."""
        found = _STEM.match(self.next_word)
        return found[0] if found else ""

    @property
    def is_wide(self) -> bool:
        """Whether it is of Chinese or Japanese."""
        return self.mark[0] in _WIDE

    @property
    def is_quoted(self) -> bool:
        """Whether a quotation ends there."""
        return not _QUOTES.isdisjoint(self.closers)

    @property
    def is_ellipsis(self) -> bool:
        return self.mark[-1] in _ELLIPSES or self.mark.endswith(("..", ". ."))

    @property
    def is_alone(self) -> bool:
        """`(?)`, `“…”`, `[...]`: nothing stands between what opens and the marks."""
        before, opener = self.text[max(0, self.at - 2) : self.at - 1], self.text[self.at - 1]
        return opener in _OPENERS and (not before or before.isspace() or before in _OPENERS)

    def before(self, first: int, length: int) -> str:
        """What stands before the last word, as much of it as fits and not before `first`."""
        end = self.at - len(self.last_word)
        return self.text[max(first, end - length) : end]


def stops(text: str) -> Iterator[Stop]:
    """Each place of a line, in order."""
    for found in _STOP.finditer(text):
        following = _NEXT.match(text, found.end())
        yield Stop(
            text=text,
            at=found.start(),
            end=found.end(),
            mark=found["wide"] or found["mark"],
            closers=found["wide_closers"] or found["closers"] or "",
            openers=following["openers"] if following else "",
            next_word=following["word"] if following else "",
        )
