from __future__ import annotations

import pytest

from broadsheet.voice.share_times import share_times


def test_words_that_were_heard_keep_their_times() -> None:
    assert share_times({0: (0.5, 1.0), 1: (1.5, 2.0)}, 2) == ((0.5, 1.0), (1.5, 2.0))


def test_a_word_that_was_not_heard_shares_the_time_of_the_one_before() -> None:
    assert share_times({0: (0.0, 1.5), 3: (1.5, 2.5)}, 4) == (
        (0.0, 0.5),
        (0.5, 1.0),
        (1.0, 1.5),
        (1.5, 2.5),
    )


def test_words_at_the_beginning_share_the_time_of_the_first_that_was_heard() -> None:
    assert share_times({2: (0.0, 1.5)}, 4) == (
        (0.0, 0.375),
        (0.375, 0.75),
        (0.75, 1.125),
        (1.125, 1.5),
    )


def test_nothing_heard_is_an_error() -> None:
    with pytest.raises(ValueError, match="no word was heard"):
        share_times({}, 3)
