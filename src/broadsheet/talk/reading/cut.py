"""How a thread is cut into pages of a hundred comments.

By time, pages are numbered from the oldest, so that one which is full stays as it is when
somebody writes; the newest page has no number and overlaps the last full one, so that it is never
thin. By recommendations they are numbered from the most recommended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from broadsheet.talk.reading.said import Said

LENGTH = 100
REPLIES_AT_FIRST = 3

Order = Literal["newest", "recommended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One page. `number` is None for the first of its order; `next` is the number of the page that
    goes on from it, or None."""

    order: Order
    number: int | None
    comments: tuple[Said, ...]
    next: int | None


def cut(thread: Sequence[Said]) -> list[Cut]:
    """The pages of a thread (the oldest comment first), in both orders. One that goes on from
    another comes before it, so that whoever follows them never comes to a page not put yet."""
    return [*_by_time(thread), *_by_recommendations(thread)]


def first_ids(thread: Sequence[Said]) -> list[int]:
    """The oldest comment of each numbered page: where to look for one that is linked to."""
    return [thread[start].id for start in range(0, len(thread) // LENGTH * LENGTH, LENGTH)]


def _by_time(thread: Sequence[Said]) -> list[Cut]:
    full = len(thread) // LENGTH
    newest = tuple(reversed(thread[-LENGTH:]))
    # Where the newest page is exactly the last full one, it goes on from the one before that.
    following = full if len(thread) % LENGTH else full - 1
    pages = []
    for number in range(1, full + 1):
        on_it = thread[(number - 1) * LENGTH : number * LENGTH]
        pages.append(
            Cut(
                order="newest",
                number=number,
                comments=tuple(reversed(on_it)),
                next=number - 1 or None,
            )
        )
    pages.append(Cut(order="newest", number=None, comments=newest, next=following or None))
    return pages


def _by_recommendations(thread: Sequence[Said]) -> list[Cut]:
    ranked = sorted(thread, key=lambda one: -one.recommended)
    starts = range(0, len(ranked), LENGTH)
    return [
        Cut(
            order="recommended",
            number=None if start == 0 else start // LENGTH + 1,
            comments=tuple(ranked[start : start + LENGTH]),
            next=start // LENGTH + 2 if start + LENGTH < len(ranked) else None,
        )
        for start in reversed(starts)
    ]
