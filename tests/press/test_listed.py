from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from broadsheet.press import models
from broadsheet.press.expand import expand
from broadsheet.press.models import Listed, ListLength
from tests.make import make_copy, make_reports

DAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def listed(report: int, hour: int, *, name: str = "latest") -> Listed:
    return Listed(list=name, report_id=report, published_at=DAY + dt.timedelta(hours=hour))


@pytest.mark.parametrize("far", [1, 3, 1000])
@pytest.mark.usefixtures("newsroom")
def test_a_place_is_the_same_from_either_end(far: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "FAR", far)
    # Two came out at the same moment: the one that was made first is the older.
    stand = [listed(9, 1), listed(4, 2), listed(7, 2), listed(2, 3), listed(8, 4)]
    Listed.objects.bulk_create([*stand, listed(1, 1, name="topic:1"), listed(3, 9, name="topic:1")])
    for index, place in enumerate(stand):
        assert Listed.objects.index_of(place, total=5) == index
    for place, index in ((listed(5, 2), 2), (listed(5, 0), 0), (listed(5, 9), 5)):
        assert Listed.objects.index_of(place, total=5) == index


@pytest.mark.parametrize("few", [0, 8])
@pytest.mark.usefixtures("newsroom")
def test_many_places_are_the_same_as_each_by_itself(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "FEW", few)
    stand = [listed(9, 1), listed(4, 2), listed(7, 2), listed(2, 3), listed(8, 4)]
    Listed.objects.bulk_create([*stand, listed(4, 1, name="topic:1"), listed(3, 9, name="topic:1")])
    assert Listed.objects.indexes_of([stand[4], stand[1], stand[2]], total=5) == {1, 2, 4}
    assert Listed.objects.indexes_of([], total=5) == set()


@pytest.mark.parametrize(
    ("start", "stop", "reports"),
    [
        (0, 2, [9, 4]),
        (1, 4, [4, 7, 2]),
        (3, 5, [2, 8]),
        (0, 5, [9, 4, 7, 2, 8]),
        (4, 9, [8]),
        (5, 9, []),
    ],
)
@pytest.mark.usefixtures("newsroom")
def test_a_part_of_a_list_is_the_same_from_either_end(
    start: int, stop: int, reports: list[int]
) -> None:
    stand = [listed(9, 1), listed(4, 2), listed(7, 2), listed(2, 3), listed(8, 4)]
    Listed.objects.bulk_create([*stand, listed(3, 9, name="topic:1")])
    assert Listed.objects.between("latest", start, stop, total=5) == reports


@pytest.mark.usefixtures("newsroom")
def test_a_list_is_as_long_as_what_stands_in_it() -> None:
    reports = make_reports([make_copy(topics=(f"Topic {number % 2}",)) for number in range(3)])
    assert_lengths()
    moved, *others = reports
    moved.topics.clear()
    moved.save()
    assert_lengths()
    assert ListLength.of("latest") == 3
    for report in others:
        report.unpublish()
    assert_lengths()
    assert ListLength.of("latest") == 1
    # Lists that nothing stands in any more have no row.
    assert not ListLength.objects.filter(list__startswith="topic:").exists()


def assert_lengths() -> None:
    while expand():
        pass
    names = Listed.objects.values_list("list", flat=True)
    assert dict(ListLength.objects.values_list("list", "reports")) == Counter(names)
