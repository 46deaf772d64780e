"""Why a comment waits: what kind of reason, and the very thing that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["word", "links", "repeat", "rate", "reported", "mode", "first"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Reason:
    """`detail` is the entry of the list for a word, `own` or `others` for a repeat, `edited` for a
    changed comment where all are seen first, and else a number; `start` and `end` are offsets in
    the comment where there is a place to show, else 0."""

    kind: Kind
    detail: str = ""
    start: int = 0
    end: int = 0
