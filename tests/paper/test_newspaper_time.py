from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from broadsheet.paper.newspaper_time import clock_and_day, day, machine_time
from tests.paper.making import make_newspaper

AFTERNOON = dt.datetime(2031, 11, 27, 5, 5, tzinfo=dt.UTC)


def test_a_time_is_printed_in_the_papers_zone_with_the_zones_name() -> None:
    assert clock_and_day(AFTERNOON, make_newspaper()) == "2:05 p.m. KST, Nov. 27, 2031"


def test_the_zones_name_follows_the_season() -> None:
    paper = make_newspaper(time_zone="Europe/Oslo")
    assert "CET" in clock_and_day(AFTERNOON, paper)
    assert "CEST" in clock_and_day(AFTERNOON.replace(month=7), paper)


def test_a_zone_without_a_name_is_told_by_its_distance() -> None:
    paper = make_newspaper(time_zone="America/Sao_Paulo")
    assert clock_and_day(AFTERNOON, paper) == "2:05 a.m. UTC−03, Nov. 27, 2031"


def test_midnight_and_noon_are_words() -> None:
    paper = make_newspaper(time_zone="UTC")
    assert clock_and_day(AFTERNOON.replace(hour=0, minute=0), paper).startswith("midnight UTC")
    assert clock_and_day(AFTERNOON.replace(hour=12, minute=0), paper).startswith("noon UTC")


def test_a_day_is_the_day_in_the_papers_zone() -> None:
    late = dt.datetime(2031, 3, 9, 20, 0, tzinfo=dt.UTC)
    assert day(late, make_newspaper()) == "March 10, 2031"


def test_machines_are_told_the_same_moment() -> None:
    printed = machine_time(AFTERNOON, make_newspaper())
    assert printed == "2031-11-27T14:05:00+09:00"
    assert dt.datetime.fromisoformat(printed) == AFTERNOON


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        clock_and_day(AFTERNOON.replace(tzinfo=None), make_newspaper())


def test_the_words_of_a_date_are_in_the_pages_language() -> None:
    with translation.override("ko"):
        assert "11월" in day(AFTERNOON, make_newspaper())
