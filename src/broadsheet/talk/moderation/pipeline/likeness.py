"""Two texts → whether one is the other again, a word changed or a mark added."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.talk.moderation.pipeline.lookalikes import LOOKALIKES

_SHINGLE = 4
_NEAR = 0.75
_SHORTEST_COMPARED = 16
_ALIKE = {ord(one): letters[0] for one, letters in LOOKALIKES.items() if ord(one) > 127}


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text as it is compared: its letters without gaps, and the pieces of four that they make."""

    letters: str
    pieces: frozenset[str]

    def is_near(self, other: Sketch) -> bool:
        """The same letters; or, of texts of some length, three quarters of the pieces in common."""
        if not self.letters or not other.letters:
            return False
        if self.letters == other.letters:
            return True
        if min(len(self.letters), len(other.letters)) < _SHORTEST_COMPARED:
            return False
        shared = len(self.pieces & other.pieces)
        return shared >= _NEAR * len(self.pieces | other.pieces)


# A new comment is compared with those of the last hour, again and again the same ones.
@lru_cache(maxsize=1024)
def sketch(text: str) -> Sketch:
    """Case, width, marks and letters of other scripts that look alike make no difference.

    Costs a constant amount for each character; so does a comparison.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    plain = "".join(filter(str.isalnum, folded))
    pieces = (plain[at : at + _SHINGLE] for at in range(max(0, len(plain) - _SHINGLE + 1)))
    return Sketch(plain, frozenset(pieces))
