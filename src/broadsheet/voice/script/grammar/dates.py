"""Nov. 27, June 12, 2018, Nov. 3–5, 27 November 2024, 2024-11-27, the 1990s, '90s."""

from __future__ import annotations

import re

from broadsheet.voice.script.numbers import cardinal, ordinal, plural, year
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said, spoken

MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "May": "May",
    "Jun": "June", "Jul": "July", "Aug": "August", "Sep": "September", "Sept": "September",
    "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_NAMES = [*dict.fromkeys(MONTHS.values())]
_FULL = {**MONTHS, **{name: name for name in _NAMES}}
_FULL |= {name.upper(): full for name, full in tuple(_FULL.items())}
_MONTH = "(?:" + "|".join(sorted(_FULL, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1\d{3}|20\d\d)"
_OVER = r"(?![\w%]|[.,:/]\d|[-–]\d)"
_SUFFIX = r"(?:st|nd|rd|th)?"

_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})(?:\s(?P<day>{_DAY}{_SUFFIX})(?!\d)"
    rf"(?:\s?[-–—]\s?(?:(?P<month2>{_MONTH})\s)?(?P<day2>{_DAY}{_SUFFIX})(?!\d))?"
    rf"(?:\sand\s(?P<day3>{_DAY}{_SUFFIX})(?=[.,;]?\s?$|[.,;]\s|\s(?:in|at|for|on|to|as|with|after|by|of)\b))?"
    rf"(?:,?\s(?P<year>{_YEAR}))?{_OVER}|,?\s(?P<bare_year>{_YEAR}){_OVER})"
)
_SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.")
_DAY_FIRST = re.compile(
    rf"(?P<day>{_DAY}{_SUFFIX})(?:\s?[-–—]\s?(?P<day2>{_DAY}{_SUFFIX}))?"
    rf"\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}){_OVER})?(?!\w)"
)
_ISO = re.compile(
    rf"(?P<year>{_YEAR})(?P<mark>[-./])(?P<month>\d\d?)(?P=mark)(?P<day>{_DAY}){_OVER}"
)
_SLASHED = re.compile(rf"(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>{_YEAR}){_OVER}")
_DECADE = re.compile(
    r"['’]?(?P<number>\d0|\d{3}0)['’]?s(?:[-–]['’]?(?P<until>\d0|\d{3}0)['’]?s)?(?!\w)"
)
_SHORT_YEAR = re.compile(r"['’](?P<number>\d\d)(?!\w)")


def date_with_month(passage: Passage, at: int) -> Reading:
    """A date that begins with its month; the month alone where no day or year follows."""
    found = _MONTH_FIRST.match(passage.text, at)
    if not found:
        return _month_alone(passage, at)
    said = spoken(_month(found["month"]), *found.span("month"))
    if found["day"]:
        said += _day(found, "day")
    if found["day2"]:
        said.append(Said("to", *found.span("day2")))
        if found["month2"]:
            said += spoken(_month(found["month2"]), *found.span("month2"))
        said += _day(found, "day2")
    if found["day3"]:
        said.append(Said("and", found.end("day") + 1, found.start("day3") - 1))
        said += _day(found, "day3")
    for group in ("year", "bare_year"):
        if found[group]:
            said += spoken(year(int(found[group])), *found.span(group))
    return said


def date_with_day(passage: Passage, at: int) -> Reading:
    """27 November → the twenty-seventh of November; also dates in figures alone."""
    if found := _DAY_FIRST.match(passage.text, at):
        return _day_first(passage, found)
    if (found := _ISO.match(passage.text, at)) and 1 <= int(found["month"]) <= 12:
        return _in_figures(found, int(found["month"]), int(found["day"]))
    if found := _SLASHED.match(passage.text, at):
        one, two = int(found["one"]), int(found["two"])
        if one > 12 >= two >= 1:
            one, two = two, one
        if 1 <= one <= 12 and 1 <= two <= 31:
            return _in_figures(found, one, two)
    return []


def decade(passage: Passage, at: int) -> Reading:
    """1990s → nineteen nineties, 20s → twenties, ’97 → ninety-seven."""
    if found := _DECADE.match(passage.text, at):
        said = _decade(found["number"])
        return spoken(
            f"{said} to {_decade(found['until'])}" if found["until"] else said, *found.span()
        )
    if found := _SHORT_YEAR.match(passage.text, at):
        number = int(found["number"])
        return spoken(f"{'oh ' if number < 10 else ''}{cardinal(number)}", *found.span())
    return []


def _month_alone(passage: Passage, at: int) -> Reading:
    found = _SHORT_MONTH.match(passage.text, at)
    return spoken(_month(found[0]), *found.span()) if found else []


def _month(written: str) -> str:
    return _FULL[written.rstrip(".")]


def _day(found: re.Match[str], group: str) -> Reading:
    return spoken(ordinal(int(found[group].rstrip("sthnrd"))), *found.span(group))


def _day_first(passage: Passage, found: re.Match[str]) -> Reading:
    said = []
    if passage.before(found.start()).lower() != "the":
        said.append(Said("the", *found.span("day")))
    said += _day(found, "day")
    if found["day2"]:
        said.append(Said("to", *found.span("day2")))
        said += _day(found, "day2")
    said.append(Said("of", *found.span("month")))
    said += spoken(_month(found["month"]), *found.span("month"))
    if found["year"]:
        said += spoken(year(int(found["year"])), *found.span("year"))
    return said


def _in_figures(found: re.Match[str], month: int, day: int) -> Reading:
    said = f"{_NAMES[month - 1]} {ordinal(day)} {year(int(found['year']))}"
    return spoken(said, *found.span())


def _decade(number: str) -> str:
    if len(number) == 2:
        return plural(cardinal(int(number)))
    if number.endswith("000"):
        return plural(cardinal(int(number)))
    return plural(year(int(number)))
