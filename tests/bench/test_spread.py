from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.spread import middle, ninetieth

TIMES = st.lists(st.floats(0, 1e6), min_size=1, max_size=60)


def test_one_slow_run_does_not_move_the_middle() -> None:
    assert middle([0.1, 0.2, 0.3]) == middle([0.1, 0.2, 900]) == 0.2


def test_nine_in_ten_took_no_longer() -> None:
    assert ninetieth([float(number) for number in range(10, 0, -1)]) == 9


def test_of_fifteen_the_slowest_alone_is_left_out() -> None:
    assert ninetieth([0.1] * 13 + [0.4, 5.0]) == 0.4


def test_one_measurement_is_its_own_tail() -> None:
    assert ninetieth([0.25]) == 0.25


def test_nothing_has_no_tail() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        ninetieth([])


@given(TIMES)
def test_the_tail_is_a_measurement_that_nine_tenths_do_not_exceed(times: list[float]) -> None:
    tail = ninetieth(times)

    assert tail in times
    assert sum(time <= tail for time in times) >= 0.9 * len(times)
    assert sum(time < tail for time in times) < 0.9 * len(times)
