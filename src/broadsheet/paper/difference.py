"""What was said before and what is said now → the paragraphs that differ, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, that went, or that came."""

    kind: Literal["same", "gone", "new"]
    text: str


def difference(before: Sequence[str], after: Sequence[str]) -> list[list[Piece]]:
    """Every paragraph that changed, as its pieces in reading order; what stayed is left out.

    The pieces that are not new give the paragraph as it was, those that are not gone as it is.
    """
    changed = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        list(_pieces(old, new))
        for kind, start, end, new_start, new_end in changed
        if kind != "equal"
        for old, new in zip_longest(before[start:end], after[new_start:new_end], fillvalue="")
    ]


def _pieces(old: str, new: str) -> Iterator[Piece]:
    was, now = _PIECES.findall(old), _PIECES.findall(new)
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, was, now, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(was[start:end]))
            continue
        if start < end:
            yield Piece("gone", "".join(was[start:end]))
        if new_start < new_end:
            yield Piece("new", "".join(now[new_start:new_end]))
