from __future__ import annotations

import pytest

from broadsheet.paper.front_columns import front_columns
from tests.paper.fronts import make_front
from tests.paper.making import make_teasers


@pytest.mark.parametrize(
    ("number", "dealt"),
    [
        (0, (0, 0, 0)),
        (1, (0, 1, 0)),
        (3, (0, 3, 0)),
        (4, (2, 2, 0)),
        (5, (2, 3, 0)),
        (6, (3, 3, 0)),
        (9, (3, 3, 3)),
    ],
)
def test_top_stories_are_dealt_out(number: int, dealt: tuple[int, int, int]) -> None:
    columns = front_columns(make_front(top=make_teasers(number)))
    assert (len(columns.left), len(columns.right), len(columns.below)) == dealt


@pytest.mark.parametrize("number", range(12))
def test_each_is_dealt_once_and_in_order(number: int) -> None:
    top = make_teasers(number)
    columns = front_columns(make_front(top=top))
    assert columns.left + columns.right + columns.below == top
