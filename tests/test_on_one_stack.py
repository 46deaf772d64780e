from __future__ import annotations

import resource
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from broadsheet.on_one_stack import on_one_stack

CALLS = 500
# A piece has room for some two hundred calls of this kind.
DEPTHS = range(400)


def leaf(number: int) -> int:
    return number


# Larger than what each call of deeper() takes, so that it meets the end of a piece at some depth.
leaf.__code__ = leaf.__code__.replace(co_stacksize=60)


def call_often() -> int:
    """Gives the pages of memory that the system had to find for all those calls."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for number in range(CALLS):
        leaf(number)
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def deeper(depth: int) -> int:
    return deeper(depth - 1) if depth else call_often()


def at_each_depth(call: Callable[[int], int]) -> list[int]:
    """In a thread, so that it begins on a piece of its own."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(lambda: [call(depth) for depth in DEPTHS]).result()


def test_at_no_depth_do_calls_take_memory_each_time() -> None:
    on_its_own = at_each_depth(deeper)
    roomy = at_each_depth(on_one_stack(deeper))
    assert max(on_its_own) >= CALLS, "this Python keeps its pieces: on_one_stack may go"
    assert max(roomy) < CALLS / 10


def test_it_gives_and_raises_what_the_function_does() -> None:
    @on_one_stack
    def half(number: int, *, of: int = 1) -> float:
        return number / of

    assert half(4, of=2) == 2
    assert half.__name__ == "half"
    with pytest.raises(ZeroDivisionError):
        half(1, of=0)
