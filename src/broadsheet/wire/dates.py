"""A line of dates → when the report was published."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from broadsheet.wire.furniture.languages import LANGUAGES, all_phrases, any_of

_LONGEST = 160
_MONTHS = {name: number for words in LANGUAGES.values() for name, number in words.months.items()}


_MONTH = any_of(frozenset(_MONTHS))
# The parts of a line of dates. A day is written as 2024-11-27, 2024.11.27, 2024년 11월 27일,
# 27 November 2024, 27 de noviembre de 2024, Nov. 27, 2024, 27.11.2024 or 11/27/2024.
_PART = re.compile(
    rf"""
    (?P<day>
        (?P<y1>\d{{4}})\ ?[-./]\ ?(?P<m1>\d{{1,2}})\ ?[-./]\ ?(?P<d1>\d{{1,2}})\.?(?!\d)t?
      | (?P<y2>\d{{4}})\ ?[年년]\ *(?P<m2>\d{{1,2}})\ ?[月월]\ *(?P<d2>\d{{1,2}})\ ?[日일]
      | (?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\ -]+(?:de\ +)?(?P<m3>{_MONTH})\b\.?,?[\ -]+
        (?:del?\ +)?(?P<y3>\d{{4}})(?=\D|$|\d?\d:)
      | \b(?P<m4>{_MONTH})\b\.?\ +(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\ +
        (?P<y4>\d{{4}})(?=\D|$|\d?\d:)
      | (?P<d5>\d{{1,2}})\.\ ?(?P<m5>\d{{1,2}})\.\ ?(?P<y5>\d{{4}})(?!\d)
      | (?P<a6>\d{{1,2}})/(?P<b6>\d{{1,2}})/(?P<y6>\d{{4}})(?!\d)
    )
    | (?P<time>
        (?:(?P<early>오전|午前)|(?P<late>오후|午後))?\ *
        (?P<hour>[01]?\d|2[0-3])\ ?[:.h時시]\ ?(?P<minute>[0-5]\d(?!\d)|[0-9](?=\ ?[분分]))
        (?:\ ?[:분分]\ ?(?:[0-5]\d(?:[.,]\d{{1,9}})?)?초?)?
        \ *(?:(?P<am>a\.?m\b\.?)|(?P<pm>p\.?m\b\.?))?
      | (?P<hour_alone>1[0-2]|[1-9])\ ?(?:(?P<am_alone>a\.?m\b\.?)|(?P<pm_alone>p\.?m\b\.?))
    )
    | (?P<zone>
        \(?(?:gmt|utc)?\ ?(?P<sign>[+\-−])(?P<hours>\d{{1,2}}):?(?P<minutes>[0-5]\d)?(?!\d)\)?
      | (?<![^\W\d_])(?P<name>kst|jst|gmt|utc|cest|cet|est|edt|cst|cdt|mst|mdt|pst|pdt|z)\b
    )
    | (?P<published>{any_of(all_phrases("published"))})(?![^\W\d_])
    | (?P<updated>{any_of(all_phrases("updated"))})(?![^\W\d_])
    | (?P<filler>{any_of(all_phrases("date_filler"))})(?![^\W\d_])
    | (?P<ago>\d{{1,2}}\ (?:hours?|hrs?|minutes?|mins?|days?)\ ago)
    | (?P<between>[\s:|·•,;/()\[\]~–—.\-]+)
    """,
    re.VERBOSE,
)
_ZONE_HOURS = {
    "kst": 9,
    "jst": 9,
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "cet": 1,
    "cest": 2,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_NOON = 12
_WIDEST_OFFSET_HOURS = 14


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time of day where the copy gives one; the zone only where it names one."""

    day: dt.date
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """What a line of dates says. `ambiguous` is a date that could be one of two days.

    `is_told` says that more than a bare day stands there: a label, or a time.
    """

    published: Moment | None = None
    updated: Moment | None = None
    ambiguous: str = ""
    is_told: bool = False


def dates(text: str, *, day_first: bool = False) -> Dates | None:
    """The dates of a line that holds nothing but dates, times and their labels; else None.

    `day_first` says how 03/04/2024 is meant; without it such a date is ambiguous.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    lowered = text.lower()
    line = _Line(day_first=day_first)
    at = 0
    while at < len(lowered):
        part = _PART.match(lowered, at)
        if part is None or not line.takes(part):
            return None
        at = part.end()
    return line.dates()


class _Line:
    """A line of dates while it is read from left to right."""

    def __init__(self, *, day_first: bool) -> None:
        self._day_first = day_first
        self._label = "published"
        self._is_labelled = False
        self._moments: list[tuple[str, Moment]] = []
        self._early: dt.time | None = None  # stood before its day: 10:32, 27 November 2024
        self._ambiguous = ""

    def takes(self, part: re.Match[str]) -> bool:
        match part.lastgroup:
            case "published" | "updated" as label:
                self._label = label
                self._is_labelled = True
            case "day":
                return self._take_day(part)
            case "time":
                self._take_time(_clock(part))
            case "zone":
                self._take_zone(_offset(part))
        return True

    def dates(self) -> Dates | None:
        if not self._moments and not self._ambiguous:
            return None
        first = dict(reversed(self._moments))
        is_told = self._is_labelled or any(moment.time for _, moment in self._moments)
        return Dates(first.get("published"), first.get("updated"), self._ambiguous, is_told)

    def _take_day(self, part: re.Match[str]) -> bool:
        year, *candidates = _numbers(part, day_first=self._day_first)
        days = {day for month, number in candidates if (day := _day(year[0], month, number))}
        if len(days) == 1:
            self._moments.append((self._label, Moment(days.pop(), self._early)))
            self._early = None
            return True
        if days:
            self._ambiguous = part[0]
        return bool(days)

    def _take_time(self, clock: dt.time) -> None:
        if self._moments and self._moments[-1][1].time is None:
            label, moment = self._moments[-1]
            self._moments[-1] = (label, Moment(moment.day, clock))
        else:
            self._early = clock

    def _take_zone(self, zone: dt.timezone | None) -> None:
        if self._early and self._early.tzinfo is None:
            self._early = self._early.replace(tzinfo=zone)
        elif self._moments:
            label, moment = self._moments[-1]
            if moment.time and moment.time.tzinfo is None:
                self._moments[-1] = (label, Moment(moment.day, moment.time.replace(tzinfo=zone)))


def _numbers(part: re.Match[str], *, day_first: bool) -> list[tuple[int, int]]:
    """The year (twice), then every month and day that may be meant."""
    for form in "12345":
        if part[f"y{form}"]:
            month = part[f"m{form}"]
            number = _MONTHS.get(month) or int(month)
            year = int(part[f"y{form}"])
            return [(year, year), (number, int(part[f"d{form}"]))]
    year, first, second = int(part["y6"]), int(part["a6"]), int(part["b6"])
    orders = [(second, first)] if day_first else [(second, first), (first, second)]
    return [(year, year), *orders]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _clock(part: re.Match[str]) -> dt.time:
    hour = int(part["hour"] or part["hour_alone"])
    if hour <= _NOON:
        if part["late"] or part["pm"] or part["pm_alone"]:
            hour = hour % _NOON + _NOON
        elif part["early"] or part["am"] or part["am_alone"]:
            hour %= _NOON
    return dt.time(hour, int(part["minute"] or 0))


def _offset(part: re.Match[str]) -> dt.timezone | None:
    if part["name"]:
        return dt.timezone(dt.timedelta(hours=_ZONE_HOURS[part["name"]]))
    hours = int(part["hours"])
    if hours > _WIDEST_OFFSET_HOURS:
        return None
    offset = dt.timedelta(hours=hours, minutes=int(part["minutes"] or 0))
    return dt.timezone(offset if part["sign"] == "+" else -offset)
