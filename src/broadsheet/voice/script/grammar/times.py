"""3:30 p.m. KST, 5-7 p.m., 0900 GMT, 14:30, and the time of a race, 2:04:35."""

from __future__ import annotations

import re

from broadsheet.voice.script.numbers import cardinal
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said, spoken
from broadsheet.voice.script.spelled import spelled

_ZONES = {
    "KST": "Korea Standard Time", "JST": "Japan Standard Time", "EST": "Eastern Standard Time",
    "EDT": "Eastern Daylight Time", "ET": "Eastern Time", "CST": "Central Standard Time",
    "CDT": "Central Daylight Time", "CT": "Central Time", "MST": "Mountain Standard Time",
    "MDT": "Mountain Daylight Time", "MT": "Mountain Time", "PST": "Pacific Standard Time",
    "PDT": "Pacific Daylight Time", "PT": "Pacific Time", "BST": "British Summer Time",
    "CET": "Central European Time", "CEST": "Central European Summer Time", "IST": "",
    "HKT": "Hong Kong Time", "SGT": "Singapore Time", "AEST": "Australian Eastern Standard Time",
    "AEDT": "Australian Eastern Daylight Time", "MSK": "Moscow Time", "GMT": "",
    "UTC": "",
}  # fmt: skip
_ZONE = "(?:" + "|".join(sorted(_ZONES, key=len, reverse=True)) + ")"
_HALF = r"(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
_HOUR = r"(?:1[0-2]|0?[1-9])"
_ON_A_CLOCK = re.compile(
    rf"(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half1>[ap]\.?m\b\.?)\s?)?"
    rf"(?:\s?[-–]\s?(?P<hour2>{_HOUR})(?:[:.](?P<minute2>[0-5]\d))?)?\s?{_HALF}"
    rf"(?:\s\(?(?P<zone>{_ZONE})\b)?(?!\w)"
)
_OF_A_DAY = re.compile(
    rf"(?P<hour>[01]?\d|2[0-3])(?P<mark>:?)(?P<minute>[0-5]\d)(?:\s?(?:hours|hrs\.?|h)\b)?"
    rf"(?:\s\(?(?P<zone>{_ZONE})\b)?(?![\w%]|[.,:/]\d|[-–]\d)"
)
_OF_A_RACE = re.compile(
    r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)(?:\.(?P<parts>\d{1,2}))?(?!\w|:)"
)
_ZONE_ALONE = re.compile(rf"(?P<zone>{_ZONE})\b")


def time(passage: Passage, at: int) -> Reading:
    """A time of day with its half of the day and its zone, or the length of a race."""
    if found := _ON_A_CLOCK.match(passage.text, at):
        return _on_a_clock(found)
    if found := _OF_A_RACE.match(passage.text, at):
        return _of_a_race(found)
    found = _OF_A_DAY.match(passage.text, at)
    if found and (found["mark"] or (found["zone"] and len(found["hour"]) == 2)):
        return _of_a_day(found)
    return []


def _on_a_clock(found: re.Match[str]) -> Reading:
    said = _clock(found, "hour", "minute")
    if found["half1"]:
        said += _half(found, "half1")
    if found["hour2"]:
        said.append(Said("to", *found.span("hour2")))
        said += _clock(found, "hour2", "minute2")
    return said + _half(found, "half") + _zone(found)


def _clock(found: re.Match[str], hour: str, minute: str) -> Reading:
    words = cardinal(int(found[hour]))
    if found[minute] and int(found[minute]):
        words += f" {_minute(int(found[minute]))}"
    end = max(found.end(hour), found.end(minute))
    return spoken(words, found.start(hour), end)


def _half(found: re.Match[str], group: str) -> Reading:
    return [spelled(found[group].replace(".", ""), *found.span(group))]


def _of_a_day(found: re.Match[str]) -> Reading:
    hour, minute = int(found["hour"]), int(found["minute"])
    start, end = found.start("hour"), found.end("minute")
    if found["mark"] and 1 <= hour <= 12 and found["hour"][0] != "0":
        words = f"{cardinal(hour)} {_minute(minute) if minute else 'o’clock'}".replace("’", "'")
    else:
        lead = "oh " if hour < 10 and found["hour"][0] == "0" else ""
        words = f"{lead}{cardinal(hour)} {_minute(minute) if minute else 'hundred'}"
    said = spoken(words, start, end) + _zone(found)
    if found.end() > said[-1].end:
        said.append(Said("hours", end, found.end()))
    return said


def _of_a_race(found: re.Match[str]) -> Reading:
    words = []
    for group, unit in (("hours", "hour"), ("minutes", "minute"), ("seconds", "second")):
        number = int(found[group])
        if number:
            words.append(f"{cardinal(number)} {unit}{'' if number == 1 else 's'}")
    return spoken(" ".join(words) or "zero seconds", *found.span())


def _minute(number: int) -> str:
    return f"oh {cardinal(number)}" if number < 10 else cardinal(number)


def _zone(found: re.Match[str]) -> Reading:
    if not found["zone"]:
        return []
    if said := _ZONES[found["zone"]]:
        return spoken(said, *found.span("zone"))
    return [spelled(found["zone"], *found.span("zone"))]


def zone(passage: Passage, at: int) -> Reading:
    """A zone that stands apart from its time: 9 a.m. Monday KST."""
    found = _ZONE_ALONE.match(passage.text, at)
    before = passage.before(at)
    if found and (before.endswith("day") or before.lower() in {"a.m.", "p.m.", "noon", "midnight"}):
        return _zone(found)
    return []
