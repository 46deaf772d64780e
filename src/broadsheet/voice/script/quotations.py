"""The marks between the words of one sentence, heard in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from broadsheet.voice.script.marks import Heard, heard
from broadsheet.voice.script.said import Reading

_OPENING_SINGLE = re.compile(r"(?:^|.*[\s(\[“\"—–-])['‘][“\"(\[]?$|^['‘]$", re.DOTALL)
_CLOSING_SINGLE = re.compile(r"[,.?!…]*['’]")
_OPENING = re.compile(r"\s[“\"‘'«]")
_CLOSING = re.compile(r"[”\"’'»]\s")
# Nobody pauses between these and what they belong to: a “sham” vote.
_CLINGING = frozenset(
    "a an the its his her their our my your no this these those some so-called".split()
)
_SHORT = 4


class Quotations:
    """Knows which quotations are open. One is made for each sentence."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        """`signs` are the names of the signs that are said."""
        self._signs = signs
        self._is_single_open = False
        self._clinging_from: int | None = None

    def heard(self, gap: str, said: Reading) -> Heard:
        """What is heard of a gap, `said` being all that was said before it."""
        is_single = self._is_single(gap)
        found = heard(gap, self._signs)
        if is_single and not (found.pause or found.stop):
            found = replace(found, pause=",")
        if found.pause == "," and self._clings(gap, said):
            return replace(found, pause="")
        return found

    def _is_single(self, gap: str) -> bool:
        """Whether a quotation in single marks opens or closes here.

        A mark behind a word closes one only if one is open; else it is the apostrophe of
        `the workers' rights`.
        """
        closes = self._is_single_open and _CLOSING_SINGLE.match(gap) is not None
        opens = _OPENING_SINGLE.match(gap) is not None
        self._is_single_open = opens or (self._is_single_open and not closes)
        return closes or opens

    def _clings(self, gap: str, said: Reading) -> bool:
        """A quotation of a few words behind an article is no clause of its own."""
        if _OPENING.fullmatch(gap):
            if said and said[-1].text.lower() in _CLINGING:
                self._clinging_from = len(said)
                return True
        elif self._clinging_from is not None and _CLOSING.fullmatch(gap):
            count, self._clinging_from = len(said) - self._clinging_from, None
            return count <= _SHORT
        return False
