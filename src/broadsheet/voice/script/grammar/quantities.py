"""Numbers with what they count, written short: 20%, 5-10 km, −5°C, 60 km/h, 5bn, 3 1/2 miles."""

from __future__ import annotations

import re

from broadsheet.voice.script.grammar.attributive import is_attributive
from broadsheet.voice.script.grammar.figures import MAGNITUDES, NUMBER, RANGE, SIGN, SIGNS
from broadsheet.voice.script.grammar.units import PER, UNIT, UNITS
from broadsheet.voice.script.numbers import figure
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said, spoken
from broadsheet.voice.script.spelled import spelled

_MEASURED = re.compile(
    rf"{SIGN}(?P<low>{NUMBER})(?:(?P<low_unit>%|°C|°F|°|\skm|km)?{RANGE}"
    rf"(?P<minus>[-−])?(?P<high>{NUMBER}))?"
    rf"(?:\s(?P<size>thousand|million|billion|trillion)(?=\s))?{UNIT}"
)
_TIMES_OVER = re.compile(rf"{SIGN}(?P<low>{NUMBER})(?P<size>bn|tn|mn|m|k|M|B|K)(?!\w)")
_RACE = re.compile(r"(?P<number>5|10)[kK](?!\w)")
_RUNNING = re.compile(r"\b(?:ran|runs?|running|runners?|races?|racing|jogged)\b")
_CROWD = re.compile(
    r"\s(?:people|viewers|users|subscribers|followers|barrels|tonnes|tons|households|children|"
    r"copies|jobs|homes|views|voters|workers|visitors|streams|euros|pounds|dollars|won|yen)\b"
)
_CELSIUS = re.compile(rf"{SIGN}(?P<low>\d+(?:\.\d+)?)\s?(?P<unit>[CF])(?!\w|-)")
_WARMTH = re.compile(
    r"(?i)\b(?:temperature|degrees|heat|cold|warm|mercury|lows?|highs?|minus|thermo)"
)
_SCALES = {"C": "Celsius", "F": "Fahrenheit"}
_FEET_INCHES = re.compile(r"(?P<feet>\d+)['′’](?P<inches>\d\d?)[\"″”]?(?!\w)")
_PLACE = re.compile(
    r"(?P<degrees>\d+(?:\.\d+)?)°\s?(?:(?P<minutes>\d+(?:\.\d+)?)[′'’]\s?)?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?)[″\"”]\s?)?(?P<side>[NSEW])(?!\w)"
)
_SIDES = {"N": "north", "S": "south", "E": "east", "W": "west"}
_BY = re.compile(
    rf"(?P<one>{NUMBER})\s?[x×]\s?(?P<two>{NUMBER})(?:\s?[x×]\s?(?P<three>{NUMBER}))?(?!\w)"
)


def quantity(passage: Passage, at: int) -> Reading:
    """A number and the unit that is written short behind it."""
    text = passage.text
    if found := _PLACE.match(text, at):
        return _place(found)
    if found := _FEET_INCHES.match(text, at):
        return spoken(f"{figure(found['feet'])} foot {figure(found['inches'])}", *found.span())
    if found := _BY.match(text, at):
        return _by(found)
    if (found := _RACE.match(text, at)) and _RUNNING.search(text):
        return [*spoken(figure(found["number"]), *found.span()), spelled("K", *found.span())]
    if (found := _TIMES_OVER.match(text, at)) and _counts(found):
        return _times_over(found)
    if found := _MEASURED.match(text, at):
        return _measured(passage, found)
    if (found := _CELSIUS.match(text, at)) and (found["sign"] or _WARMTH.search(text)):
        return _celsius(found)
    return []


def _counts(found: re.Match[str]) -> bool:
    """5bn is always a number, 1.2M too; 5m is one before people and else a length."""
    if found["size"] in {"M", "B", "K"} and "." in found["low"]:
        return True
    return (
        found["size"] in {"bn", "tn", "mn", "k"}
        or _CROWD.match(found.string, found.end()) is not None
    )


def _times_over(found: re.Match[str]) -> Reading:
    said = f"{SIGNS[found['sign']]} {figure(found['low'])} {MAGNITUDES[found['size']]}"
    return spoken(said, *found.span())


def _measured(passage: Passage, found: re.Match[str]) -> Reading:
    start, end = found.span()
    said = spoken(f"{SIGNS[found['sign']]} {figure(found['low'])}", start, found.end("low"))
    if found["high"]:
        high = f"to {'minus ' if found['minus'] else ''}{figure(found['high'])}"
        said += spoken(high, *found.span("high"))
    if found["size"]:
        said.append(Said(found["size"], *found.span("size")))
    group = next(one for one in ("tight", "loose", "inches") if found[one])
    one, many = UNITS[found[group]]
    is_one = found["low"] == "1" and not (found["high"] or found["size"])
    # A 3-nm chip: the hyphen ties it to its noun.
    is_tied = found["loose"] is not None and found.string[found.start("loose") - 1] == "-"
    is_before_noun = not found["per"] and (is_tied or _describes(passage, found, group))
    unit = one if is_one or is_before_noun else many
    if found["per"]:
        unit += f" per {PER.get(found['per'], found['per'])}"
    return said + _unit(unit, found.start(group), end)


def _describes(passage: Passage, found: re.Match[str], group: str) -> bool:
    return found[group] != "°" and is_attributive(passage, *found.span())


def _unit(unit: str, start: int, end: int) -> Reading:
    return [spelled("CC", start, end)] if unit == "C C" else spoken(unit, start, end)


def _celsius(found: re.Match[str]) -> Reading:
    degrees = "degree" if found["low"] == "1" else "degrees"
    said = f"{SIGNS[found['sign']]} {figure(found['low'])} {degrees} {_SCALES[found['unit']]}"
    return spoken(said, *found.span())


def _place(found: re.Match[str]) -> Reading:
    words = f"{figure(found['degrees'])} degrees"
    if found["minutes"]:
        words += f" {figure(found['minutes'].lstrip('0') or '0')} minutes"
    if found["seconds"]:
        words += f" {figure(found['seconds'].lstrip('0') or '0')} seconds"
    end = max(found.end("degrees") + 1, found.end("minutes"), found.end("seconds"))
    return [*spoken(words, found.start(), end), Said(_SIDES[found["side"]], *found.span("side"))]


def _by(found: re.Match[str]) -> Reading:
    """4x4 → four by four."""
    said = spoken(figure(found["one"]), found.start("one"), found.end("one"))
    for group in ("two", "three"):
        if found[group]:
            said += spoken(f"by {figure(found[group])}", *found.span(group))
    return said
