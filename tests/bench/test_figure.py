from __future__ import annotations

from typing import Any

import pytest

from bench.figure import Figure, Target


def make_figure(**changes: Any) -> Figure:
    words = {"part": "serving", "what": "article page", "value": 90.0, "unit": "req/s"}
    return Figure(**{**words, **changes})


def test_the_ratio_is_of_the_figure_to_what_stands_beside_it() -> None:
    assert make_figure(value=45, beside="nginx", beside_value=50).ratio == 0.9


def test_a_figure_alone_has_no_ratio() -> None:
    assert make_figure().ratio is None


def test_the_ratio_of_a_figure_that_took_turns_is_the_median_of_its_pairs() -> None:
    figure = make_figure(value=45, beside_value=50, ratios=(0.5, 0.95, 3.0))

    assert figure.ratio == 0.95


@pytest.mark.parametrize(
    ("sense", "value", "is_met"),
    [
        ("at least", 199.9, False),
        ("at least", 200, True),
        ("at most", 200, True),
        ("at most", 200.1, False),
        ("under", 199.9, True),
        ("under", 200, False),
    ],
)
def test_a_target_of_the_figure_holds_up_to_its_bound(
    sense: Any, value: float, is_met: bool
) -> None:
    assert make_figure(value=value, target=Target("figure", sense, 200)).is_met is is_met


def test_a_target_of_the_ratio_asks_nothing_of_the_figure() -> None:
    target = Target("ratio", "at least", 0.9)

    assert make_figure(value=1, beside_value=1, target=target).is_met is True
    assert make_figure(value=80, beside_value=100, target=target).is_met is False


def test_a_figure_without_a_target_is_neither_met_nor_missed() -> None:
    assert make_figure().is_met is None


def test_nothing_is_so_many_times_a_nought() -> None:
    assert make_figure(beside="nginx", beside_value=0.0).ratio is None


def test_a_target_of_a_ratio_that_there_is_not_is_no_success() -> None:
    with pytest.raises(ValueError, match="article page: its target is of a ratio"):
        _ = make_figure(target=Target("ratio", "at most", 1.3)).is_met


def test_programs_are_given_all_that_the_table_shows() -> None:
    target = Target("ratio", "at least", 0.9)
    figure = make_figure(beside="nginx", beside_value=100.0, target=target)

    assert figure.as_json() == {
        "part": "serving",
        "what": "article page",
        "value": 90.0,
        "unit": "req/s",
        "beside": "nginx",
        "beside_value": 100.0,
        "ratio": 0.9,
        "ratios": [],
        "target": {"of": "ratio", "sense": "at least", "bound": 0.9},
        "is_met": True,
    }
