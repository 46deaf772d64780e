from __future__ import annotations

import datetime as dt

import pytest

from broadsheet.press import models
from broadsheet.press.models import Listed

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
