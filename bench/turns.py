"""Things to measure → the order in which they take turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def turns(things: Sequence[T], *, rounds: int) -> Iterator[T]:
    """Each thing once in every round, so that what else the machine does falls on all alike.

    Every second round runs backwards: none always follows the same one.
    """
    for number in range(rounds):
        yield from things if number % 2 == 0 else reversed(things)
