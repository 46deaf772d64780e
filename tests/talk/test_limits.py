"""How often something may be done, whoever counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import override_settings

from broadsheet.config import Config
from broadsheet.press.errands import clear_old
from broadsheet.talk.limits import Limit, count
from broadsheet.talk.models import Tally
from broadsheet.talk.refused import Refused

NOON = dt.datetime(2031, 10, 14, 12, 0, 10, tzinfo=dt.UTC)


@pytest.fixture(params=[1, 2], ids=["in the one process", "for several processes"])
def counting(newsroom: Config, request: pytest.FixtureRequest) -> Iterator[None]:
    cache.clear()
    server = newsroom.server.model_copy(update={"processes": request.param})
    with override_settings(CONFIG=newsroom.model_copy(update={"server": server})):
        yield


@pytest.mark.usefixtures("counting")
def test_one_more_than_the_most_is_refused_until_the_window_is_over() -> None:
    limit = Limit("reader:1", 2, 60)
    count([limit], now=NOON)
    count([limit], now=NOON)
    with pytest.raises(Refused) as refused:
        count([limit], now=NOON)
    assert (refused.value.status, refused.value.wait_seconds) == (429, 50)
    count([limit], now=NOON + dt.timedelta(seconds=50))


@pytest.mark.usefixtures("counting")
def test_who_is_refused_uses_up_nobody_elses_limit() -> None:
    report = Limit("report:1", 2, 60)
    count([Limit("reader:1", 1, 60), report], now=NOON)
    for _ in range(5):
        with pytest.raises(Refused):
            count([Limit("reader:1", 1, 60), report], now=NOON)
    count([Limit("reader:2", 1, 60), report], now=NOON)


@pytest.mark.usefixtures("counting")
def test_of_two_who_came_at_once_the_second_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit("reader:1", 1, 60)
    count([limit], now=NOON)
    monkeypatch.setattr("broadsheet.talk.limits._numbers", lambda _: {})
    monkeypatch.setattr(Tally.objects, "numbers", lambda _: {})
    with pytest.raises(Refused):
        count([limit], now=NOON)


@pytest.mark.usefixtures("newsroom")
def test_counts_that_nobody_asks_for_again_are_forgotten() -> None:
    Tally.objects.one_more({"reader:1:60:1": 60, "reader:1:60:2": 4_102_444_800})
    clear_old()
    assert [one.name for one in Tally.objects.all()] == ["reader:1:60:2"]
