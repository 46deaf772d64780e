"""Two texts → whether one is the other again, a word changed or a mark added."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from broadsheet.talk.moderation.pipeline.lookalikes import LOOKALIKES

_SHINGLE = 4
_BIT = 1023  # a comment has some hundred pieces
_NEAR = 0.75
_SHORTEST_COMPARED = 16
_ALIKE = {ord(one): letters[0] for one, letters in LOOKALIKES.items() if ord(one) > 127}


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text as it is compared: its letters without gaps, and a print of the pieces of four that
    they make, of which there are `count`. Every piece blackens a bit of the print; `hidden` are
    those whose bit was black already."""

    letters: str
    print: int
    count: int
    hidden: int

    def is_near(self, other: Sketch) -> bool:
        """The same letters; or, of texts of some length, three quarters of the pieces in common."""
        if not self.letters or not other.letters:
            return False
        if self.letters == other.letters:
            return True
        if min(len(self.letters), len(other.letters)) < _SHORTEST_COMPARED:
            return False
        # A bit that is white in one print is a piece that its text lacks, so there are no more than
        # these in both. It tells most texts apart, at a twentieth of what comparing pieces costs.
        in_both = (self.print & other.print).bit_count() + min(self.hidden, other.hidden)
        if not _are_near(in_both, self.count, other.count):
            return False
        mine, theirs = _pieces(self.letters), _pieces(other.letters)
        return _are_near(len(mine & theirs), len(mine), len(theirs))


# A new comment is compared with those of the last hour, again and again the same ones.
@lru_cache(maxsize=8192)
def sketch(text: str) -> Sketch:
    """Case, width, marks and letters of other scripts that look alike make no difference.

    Costs a constant amount for each character; so does a comparison.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    plain = "".join(filter(str.isalnum, folded))
    pieces = _pieces(plain)
    print_of_all = 0
    for piece in pieces:
        print_of_all |= 1 << (hash(piece) & _BIT)
    return Sketch(plain, print_of_all, len(pieces), hidden=len(pieces) - print_of_all.bit_count())


def _pieces(letters: str) -> set[str]:
    return {letters[at : at + _SHINGLE] for at in range(len(letters) - _SHINGLE + 1)}


def _are_near(shared: int, mine: int, theirs: int) -> bool:
    return shared >= _NEAR * (mine + theirs - shared)
