from __future__ import annotations

import pytest

from bench.figure import Figure, Target
from bench.table import RATIO, amount, row, table

FIGURES = [
    Figure(
        part="serving",
        what="article page",
        value=9000,
        unit="req/s",
        beside="nginx",
        beside_value=10000,
        target=Target("ratio", "at least", 0.9),
    ),
    Figure(part="serving", what="p99", value=1.25, unit="ms"),
    Figure(
        part="weight",
        what="HTML",
        value=40_000,
        unit="B",
        target=Target("figure", "under", 40_000),
    ),
]


@pytest.mark.parametrize(
    ("value", "shown"), [(4590.4, "4,590"), (12.3456, "12.35"), (0.95, "0.95"), (0.00294, "0.0029")]
)
def test_a_ratio_shows_what_can_be_compared(value: float, shown: str) -> None:
    figure = Figure(part="a", what="b", value=value, unit="s", beside="c", beside_value=1)
    assert row(figure)[3] == shown


def test_every_figure_has_a_row_under_its_part() -> None:
    assert table(FIGURES).splitlines() == [
        "                     figure  beside               ratio  target          met",
        "",
        "serving",
        "  article page  9,000 req/s  nginx: 10,000 req/s  0.90   at least 0.9×   yes",
        "  p99               1.25 ms",
        "",
        "weight",
        "  HTML             40,000 B                              under 40,000 B  NO",
        "",
        RATIO,
        "1 of 2 targets met",
    ]


def test_a_run_that_measured_nothing_says_so() -> None:
    assert table([]).splitlines()[-1] == "0 of 0 targets met"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12345.6, "12,346 s"),
        (31.44, "31.4 s"),
        (6, "6 s"),
        (1.256, "1.26 s"),
        (0.04567, "0.046 s"),
        (0, "0 s"),
    ],
)
def test_an_amount_has_as_many_digits_as_say_something(value: float, written: str) -> None:
    assert amount(value, "s") == written
