"""A function → the same, with room for all that it calls on one piece of the interpreter's stack.

CPython keeps the frames of Python calls in pieces of 16 KB, and gives a piece back to the system as
soon as the call that needed it is over (`push_chunk` in Python/pystate.c of 3.11). A loop
whose calls just do not fit on a piece takes and gives back memory for each of them: a call of 20 ns
takes 30 µs then. Whether it does hangs on how deep the loop is, so it comes and goes with the
version of any library on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# Of eight bytes. Pieces are powers of two: one of 512 KB is taken for it, and half of that is left.
# None of it is touched before it is used.
_SLOTS = 32_000


def on_one_stack(call: Callable[P, T]) -> Callable[P, T]:
    """To be put around what a request or a process does, not around what it does often."""

    def called(*words: P.args, **named: P.kwargs) -> T:
        return call(*words, **named)

    called.__code__ = called.__code__.replace(co_stacksize=_SLOTS)
    return wraps(call)(called)
