from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given

from broadsheet.feeds.local_time import local_time
from tests.feeds.making import PUBLISHED_AT, make_newspaper, moments


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC", "2031-05-04T22:30:00+00:00"),
        ("Asia/Seoul", "2031-05-05T07:30:00+09:00"),
        ("America/St_Johns", "2031-05-04T20:00:00-02:30"),
        ("Asia/Kathmandu", "2031-05-05T04:15:00+05:45"),
    ],
)
def test_a_time_is_told_in_the_zone_of_the_paper(zone: str, written: str) -> None:
    assert local_time(PUBLISHED_AT, make_newspaper(time_zone=zone)).isoformat() == written


def test_a_time_from_before_whole_minutes_is_told_in_utc() -> None:
    then = dt.datetime(1900, 1, 1, 12, tzinfo=dt.UTC)
    assert local_time(then, make_newspaper()).isoformat() == "1900-01-01T12:00:00+00:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^2031-05-04T22:30:00: .*no zone; give an aware"):
        local_time(PUBLISHED_AT.replace(tzinfo=None), make_newspaper())


@given(moment=moments)
@example(moment=dt.datetime(2031, 11, 2, 6, 10, tzinfo=dt.UTC))  # 1:10 for the second time
def test_the_moment_stays_the_same_and_its_offset_can_be_written(moment: dt.datetime) -> None:
    told = local_time(moment, make_newspaper(time_zone="America/New_York"))
    assert told.astimezone(dt.UTC) == moment.astimezone(dt.UTC)
    assert re.search(r"[+-]\d\d:\d\d$", told.isoformat(timespec="seconds"))
