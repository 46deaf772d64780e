from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.turns import turns


def test_every_second_round_runs_backwards() -> None:
    assert list(turns("abc", rounds=3)) == list("abccbaabc")


@given(st.lists(st.integers(), unique=True), st.integers(0, 5))
def test_each_has_one_turn_in_each_round(things: list[int], rounds: int) -> None:
    taken = list(turns(things, rounds=rounds))

    for number in range(rounds):
        of_round = taken[number * len(things) : (number + 1) * len(things)]
        assert sorted(of_round) == sorted(things)
    assert len(taken) == rounds * len(things)
