from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.dates import dates

DAY = dt.date(2031, 11, 27)
KST = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("27 Nov 2031", None),
        ("Nov. 27, 2031", None),
        ("27th November 2031", None),
        ("Published: November 27, 2031, 10:32", dt.time(10, 32)),
        ("Wednesday, November 27, 2031 - 10:32 KST", dt.time(10, 32, tzinfo=KST)),
        ("2031-11-27T10:32:00+09:00", dt.time(10, 32, tzinfo=KST)),
        ("2031-11-27 10:32:00.123456Z", dt.time(10, 32, tzinfo=dt.UTC)),
        ("10:32 AM GMT, Thu November 27, 2031", dt.time(10, 32, tzinfo=dt.UTC)),
        ("입력 2031.11.27 10:32 | 수정 2031.11.28 18:20", dt.time(10, 32)),
        ("2031년 11월 27일(목) 오후 3시 5분", dt.time(15, 5)),
        ("2031年11月27日 10時32分", dt.time(10, 32)),
        ("27.11.2031, 10:32 Uhr", dt.time(10, 32)),
        ("Veröffentlicht am 27. November 2031", None),
        ("Publicado el 27 de noviembre de 2031 a las 10:32", dt.time(10, 32)),
        ("Publié le 27 novembre 2031 à 10h32, mis à jour le 28 novembre 2031", dt.time(10, 32)),
        ("11/27/2031 3:04 pm", dt.time(15, 4)),
        ("27/11/2031 12:04 am", dt.time(0, 4)),
        ("November 27, 203110:32 PM GMT+9Updated 2 hours ago", dt.time(22, 32, tzinfo=KST)),
    ],
)
def test_a_line_of_dates_tells_when_a_report_was_published(line: str, time: dt.time | None) -> None:
    found = dates(line)
    assert found is not None
    assert found.published is not None
    assert (found.published.day, found.published.time) == (DAY, time)
    if time and found.published.time:
        assert found.published.time.tzinfo == time.tzinfo


def test_an_update_is_no_publication() -> None:
    found = dates("Updated: 2031.11.27 18:20")
    assert found is not None
    assert (found.published, found.updated and found.updated.day) == (None, DAY)


def test_a_date_that_may_be_two_days_is_told_and_not_taken() -> None:
    found = dates("03/04/2031")
    assert found is not None
    assert (found.published, found.ambiguous) == (None, "03/04/2031")
    french = dates("03/04/2031", day_first=True)
    assert french is not None
    assert french.published is not None
    assert french.published.day == dt.date(2031, 4, 3)


@pytest.mark.parametrize(
    "line",
    [
        "The 27 November 2031 meeting",
        "By 27 November 2031",
        "2031",
        "10:32",
        "Nov 31, 2031",
        "45/45/2031",
        "0000-00-00",
        "",
    ],
)
def test_what_is_no_line_of_dates_gives_none(line: str) -> None:
    assert dates(line) is None


@given(st.text(alphabet="0123456789:/.-+ TZapmNov年月日", max_size=60))
def test_whatever_the_figures_nothing_is_raised(line: str) -> None:
    dates(line)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 1, 1)))
def test_every_day_is_read_as_it_was_written(day: dt.date) -> None:
    for line in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.year}년 {day.month}월 {day.day}일",
    ):
        found = dates(line)
        assert found is not None
        assert found.published is not None
        assert found.published.day == day
