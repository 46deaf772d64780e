"""Numbers by themselves: 2,024, 2024, 2017-2021, 52-48, 2-0, 50-50, 1st, 737, 4-4-2, 24/7."""

from __future__ import annotations

import re

from broadsheet.voice.script.grammar.figures import NUMBER, RANGE, SIGN, SIGNS
from broadsheet.voice.script.numbers import (
    cardinal,
    designation,
    figure,
    is_year,
    ordinal,
    plural,
    year,
)
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken

_ORDINAL = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3}){1,12}|\d{1,40})(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W_])"
)
# Koreans name an election or an uprising by its day: 4.19, said four nineteen.
_NAMED_DAY = re.compile(
    r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?=\s(?:general|presidential|local|by-election|uprising|"
    r"movement|revolution|incident|elections?)\b)"
)
_SEVERAL = re.compile(r"\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w]|[-–.]\d)")
_SPAN = re.compile(rf"{SIGN}(?P<low>{NUMBER}){RANGE}(?P<high>{NUMBER})(?![\d_]|[.,]\d|[-–]\d)")
_FIXED = {"50-50", "40-40", "30-30", "24-7", "24/7", "9/11", "7/7", "20-20", "20/20", "60-40"}
_PAIR = re.compile(r"\d{1,2}[-/–]\d{1,2}(?![\w/]|[-–]\d)")
_RATIO = re.compile(r"(?P<one>\d+)(?P<mark>[:/])(?P<two>\d+)(?![\w:/])")
_PLAIN = re.compile(
    rf"(?!\+\d+(?:st|nd|rd|th)){SIGN}(?P<number>{NUMBER})(?P<many>['’]?s(?!\w))?(?P<more>\+(?!\w))?"
)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}(?![\w]|\.\d)")
# Before these a range is of amounts, so that its nought is zero; else it is the score of a match.
_COUNTED = re.compile(
    r"\s(?:percent|per cent|points?|years?|days?|hours?|minutes?|degrees|miles|million|billion)\b|%"
)
_SEASON = frozenset("season seasons school academic campaign edition budget fiscal".split())
_RECORD = frozenset("record mark start finish".split())
_NAMED = frozenset(
    """Rooms Routes Flights Highways Sections Section Sec. Flight flight Route route Highway
    highway Interstate Boeing Airbus Room room Bus bus Gate gate Suite Unit Apt. Apartment
    Porsche Peugeot Ferrari RTX GTX Radeon Ryzen Resolution resolution Nikkei Rte. Hwy. Exit
    exit Channel Area Agent Line CAC FTSE DAX Russell train Train Building Cessna Embraer
    Bombardier Antonov Model Directive""".split()
)
_VERSIONED = frozenset(
    "Python version Version Ubuntu iOS Android macOS Linux Django Fedora Debian".split()
)
_AIRCRAFT = frozenset("Boeing Airbus Embraer Bombardier Antonov Cessna".split())
_BOEING = re.compile(r"7[0-8]7")
_BEFORE_YEARS = frozenset("in since by until during early late mid fiscal".split())
_AMOUNTS = frozenset(
    """about around nearly almost some over than least most approximately roughly exactly only
    another these those all just""".split()
)
_PEOPLE = frozenset(
    """people workers troops soldiers students homes houses police officers residents dollars won
    euros yen seats votes points protesters employees families households tons tonnes miles
    kilometers meters times jobs hectares acres steps cases deaths children passengers guests
    applicants calories barrels copies pages words companies units vehicles""".split()
)


def count(passage: Passage, at: int) -> Reading:
    """A number that stands by itself, or two of them with a mark between."""
    text = passage.text
    if found := _ORDINAL.match(text, at):
        return spoken(ordinal(int(found["number"].replace(",", ""))), *found.span())
    if found := _NAMED_DAY.match(text, at):
        return _several(found)
    if found := _VERSION.match(text, at) or _SEVERAL.match(text, at):
        return _several(found)
    if (found := _PAIR.match(text, at)) and _is_fixed(passage, found):
        return spoken(
            " ".join(cardinal(int(one)) for one in re.split(r"\D", found[0])), *found.span()
        )
    if found := _SPAN.match(text, at):
        return _span(passage, found)
    if found := _RATIO.match(text, at):
        return _ratio(found)
    found = _PLAIN.match(text, at)
    return _plain(passage, found) if found else []


def named(passage: Passage, at: int) -> Reading:
    """The number of something that has one for a name: Flight 370, and F-35 from its hyphen on."""
    found = re.compile(r"\d+(?:\.\d+)?").match(passage.text, at)
    if not found:
        return []
    number = found[0]
    said = figure(number) if "." in number else designation(number)
    if re.match(r"['’]?s(?!\w)", passage.text[found.end() : found.end() + 3]):
        end = found.end() + (2 if passage.text[found.end()] in "'’" else 1)
        return spoken(plural(said), at, end)
    return spoken(said, at, found.end())


def _is_fixed(passage: Passage, found: re.Match[str]) -> bool:
    """Fifty fifty, nine eleven; 9-11 is the day only behind what days stand behind."""
    written = found[0].replace("–", "-")
    is_the_day = passage.before(found.start()).lower() in {"the", "after", "since", "post"}
    return written in _FIXED or (written == "9-11" and is_the_day)


def _several(found: re.Match[str]) -> Reading:
    between = " point " if found.re is _VERSION else " "
    words = between.join(figure(one) for one in re.split(r"[-–.]", found[0]))
    return spoken(words, *found.span())


def _span(passage: Passage, found: re.Match[str]) -> Reading:
    low, high = found["low"], found["high"]
    between = "to"
    if is_year(low) and (is_year(high) or (len(high) == 2 and high.isdecimal())):
        last = year(int(high)) if len(high) == 4 else _last_of_years(high)
        first = year(int(low))
        if len(high) == 2 and passage.after(found.end()).lower() in _SEASON:
            between = ""
    elif _is_score(found):
        first, last, between = _score(low), _score(high), ""
    elif passage.before(found.start()) in _NAMED and (low + high).isdecimal():
        first, last = designation(low), designation(high)
        between = "" if passage.before(found.start()) in _AIRCRAFT else "to"
    else:
        first, last = figure(low), figure(high)
        if passage.after(found.end()) in _RECORD and found["sign"] == "":
            between = "and"
    said = spoken(f"{SIGNS[found['sign']]} {first}", found.start(), found.end("low"))
    return said + spoken(f"{between} {last}", *found.span("high"))


def _last_of_years(high: str) -> str:
    return f"{'oh ' if high[0] == '0' else ''}{cardinal(int(high))}"


def _is_score(found: re.Match[str]) -> bool:
    has_nought = "0" in {found["low"], found["high"]}
    return has_nought and not _COUNTED.match(found.string, found.end())


def _score(number: str) -> str:
    return "nil" if number == "0" else figure(number)


def _ratio(found: re.Match[str]) -> Reading:
    one, two = designation(found["one"]), designation(found["two"])
    if found["mark"] == ":":
        return spoken(f"{figure(found['one'])} to {figure(found['two'])}", *found.span())
    if is_year(found["one"]) and len(found["two"]) == 2:
        return spoken(f"{year(int(found['one']))} {_last_of_years(found['two'])}", *found.span())
    between = "over" if len(found["one"]) + len(found["two"]) > 4 else ""
    return spoken(f"{one} {between} {two}", *found.span())


def _plain(passage: Passage, found: re.Match[str]) -> Reading:
    number, start, end = found["number"], found.start(), found.end()
    before = passage.before(start)
    if found["many"]:
        said = plural(figure(number)) if found["many"] == "s" else f"{figure(number)}'s"
    elif number.isdecimal() and _is_a_name(passage, found, before):
        said = designation(number)
    elif before in _VERSIONED and re.fullmatch(r"\d+\.\d\d?", number):
        said = " point ".join(figure(part) for part in number.split("."))
    elif _reads_as_year(passage, found, before):
        said = year(int(number))
    else:
        said = figure(number)
    words = f"{SIGNS[found['sign']]} {said}{' plus' if found['more'] else ''}"
    return spoken(words, start, end)


def _is_a_name(passage: Passage, found: re.Match[str], before: str) -> bool:
    """Flight 370, bus No. 7016, a 747."""
    if before in _NAMED or (before == "No." and passage.two_before(found.start()) in _NAMED):
        return True
    return (
        before.lower() in {"a", "the"}
        and _BOEING.fullmatch(found["number"]) is not None
        and not passage.after(found.end()).endswith("s")
    )


def _reads_as_year(passage: Passage, found: re.Match[str], before: str) -> bool:
    number, end = found["number"], found.end()
    if found["sign"] or not number.isdecimal() or len(number) != 4:
        return False
    if not is_year(number):
        return number[2:] == "00" and number[1] != "0" and before.lower() in {"by", "until", "year"}
    if before.lower() in _BEFORE_YEARS or passage.text[end : end + 1] != " ":
        return True
    after = passage.after(end)
    if before.lower() in _AMOUNTS and before.lower() not in {"around", "about"} and after.islower():
        return False
    return after not in _PEOPLE
