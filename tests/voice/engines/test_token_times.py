from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.token_times import token_times


def test_a_token_is_heard_from_its_first_phoneme_to_its_last() -> None:
    seconds = np.array([0.5, 0.25, 0.25, 0.5, 1.0])
    assert token_times([None, 0, 0, None, 1], seconds, 2) == ((0.5, 1.0), (1.5, 2.5))


def test_a_token_without_phonemes_shares_the_time_of_the_one_before() -> None:
    assert token_times([0, 3], np.array([1.5, 1.0]), 4) == (
        (0.0, 0.5),
        (0.5, 1.0),
        (1.0, 1.5),
        (1.5, 2.5),
    )


def test_tokens_without_phonemes_at_the_beginning_share_the_time_of_the_first_that_has() -> None:
    assert token_times([2, 3], np.array([1.5, 1.0]), 4)[:3] == ((0.0, 0.5), (0.5, 1.0), (1.0, 1.5))


def test_nothing_that_can_be_said_is_refused() -> None:
    with pytest.raises(EngineError, match="nothing in it can be said"):
        token_times([None, None], np.array([0.1, 0.1]), 2)


def test_another_number_of_durations_is_refused() -> None:
    with pytest.raises(EngineError, match="its model told 3 durations for 2 phonemes"):
        token_times([None, 0], np.array([0.1, 0.1, 0.1]), 1)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.floats(0.011, 0.3)), min_size=1).map(
        lambda drawn: (sorted(owner for owner, _ in drawn), [length for _, length in drawn])
    )
)
def test_times_rise_to_the_last_digit(drawn: tuple[list[int], list[float]]) -> None:
    owners, lengths = drawn
    times = token_times(owners, np.array(lengths), 10)
    assert len(times) == 10
    assert all(start < end for start, end in times)
    assert all(before[1] <= after[0] for before, after in pairwise(times))
