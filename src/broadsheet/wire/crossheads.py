"""A short line in a body → a heading, an item of a list, or a question to the editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from broadsheet.wire.slip import Slip

_LONGEST_HEADING = 110  # characters
_LONGEST_HEADING_WORDS = 14
_LIST = 3  # so many short lines in a row are a list that has lost its signs
_LINES = frozenset({"title", "dates"})

Setting = Literal["heading", "list", "doubtful"]


def run_of_lines(slips: Sequence[Slip], at: int) -> Sequence[Slip]:
    """The short lines that follow each other from this place on. Where two stand together without
    a blank line, a blank line ends the run."""
    end = at
    while end < len(slips) and slips[end].kind in _LINES:
        is_new = end > at + 1 and slips[end].take.is_after_blank
        if is_new and not slips[at + 1].take.is_after_blank:
            break
        end += 1
    return slips[at:end]


def setting(run: Sequence[Slip], *, before: str, is_followed: bool) -> Setting:
    """How the first of a run of short lines is to be set.

    `before` is the text over the run; `is_followed` tells that prose follows it.
    """
    if len(run) >= _LIST or (len(run) > 1 and before.endswith((":", "："))):
        return "list"
    first = run[0]
    fits = len(first.text) <= _LONGEST_HEADING and first.size <= _LONGEST_HEADING_WORDS
    return "heading" if len(run) == 1 and is_followed and fits else "doubtful"
