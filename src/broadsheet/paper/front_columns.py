"""A front → its top stories, dealt out to the columns beside and below the lead."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.newspaper import Front
from broadsheet.story import Teaser


@dataclass(frozen=True, slots=True)
class FrontColumns:
    """The top stories left of the lead, right of it, and in the row below."""

    left: tuple[Teaser, ...]
    right: tuple[Teaser, ...]
    below: tuple[Teaser, ...]


def front_columns(front: Front) -> FrontColumns:
    """Up to three stories stand right of the lead, four to six on both sides of it.

    More would run past the foot of the lead's photo: they go below, in the editor's order.
    """
    top = front.top
    if len(top) <= 3:
        return FrontColumns((), top, ())
    beside = top[:6]
    half = len(beside) // 2
    return FrontColumns(beside[:half], beside[half:], top[6:])
