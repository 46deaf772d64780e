"""Numbers → the words for them, as American newsreaders say them: no "and" after the hundreds."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_GROUPS = """thousand million billion trillion quadrillion quintillion sextillion septillion
    octillion nonillion""".split()
_MOST_DIGITS = 3 * (len(_GROUPS) + 1)
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2099


@lru_cache(4096)
def cardinal(number: int) -> str:
    """1234 → one thousand two hundred thirty-four. What has no name is said by its digits."""
    if number < 100:
        return _below_hundred(number)
    if number < 1000:
        rest = f" {_below_hundred(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{rest}"
    if number >= 10**_MOST_DIGITS:
        return digits(_decimal(number))
    parts = []
    for power in range(len(_GROUPS), 0, -1):
        group, number = divmod(number, 1000**power)
        if group:
            parts.append(f"{cardinal(group)} {_GROUPS[power - 1]}")
    if number:
        parts.append(cardinal(number))
    return " ".join(parts)


def ordinal(number: int) -> str:
    """22 → twenty-second."""
    said = cardinal(number)
    cut = max(said.rfind(" "), said.rfind("-")) + 1
    head, last = said[:cut], said[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return f"{head}{last[:-1]}ieth" if last.endswith("y") else f"{head}{last}th"


def digits(written: str) -> str:
    """Each digit by its name: 02 → zero two."""
    return " ".join(_SMALL[unicodedata.digit(one)] for one in written if one.isdigit())


def figure(written: str) -> str:
    """`1,234.5`, `.5` or `007` as a number; decimals digit by digit."""
    whole, _, decimals = written.replace(",", "").partition(".")
    said = digits(whole) if whole[:1] == "0" and len(whole) > 1 else _whole(whole)
    return f"{said} point {digits(decimals)}".strip() if decimals else said


def year(number: int) -> str:
    """1905 → nineteen oh five, 2008 → two thousand eight, 2024 → twenty twenty-four."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(number)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def is_year(written: str) -> bool:
    """Whether four digits may be a year that news speaks of."""
    return len(written) == 4 and written.isdecimal() and _FIRST_YEAR <= int(written) <= _LAST_YEAR


def designation(written: str) -> str:
    """The number of a flight, a road or a model: 737 → seven thirty-seven, 4090 → forty ninety."""
    if written[0] == "0" or len(written) > 4:
        return digits(written)
    number = int(written)
    if number < 100 or number % 1000 == 0:
        return cardinal(number)
    if len(written) == 4:
        return year(number)
    hundreds, rest = divmod(number, 100)
    if rest == 0:
        return cardinal(number)
    return f"{cardinal(hundreds)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def plural(said: str) -> str:
    """sixty → sixties, four → fours, hundred → hundreds: of the last word."""
    if said.endswith("y"):
        return f"{said[:-1]}ies"
    return f"{said}es" if said.endswith("x") else f"{said}s"


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def _whole(written: str) -> str:
    if not written:
        return ""
    return digits(written) if len(written) > _MOST_DIGITS else cardinal(int(written))


def _decimal(number: int) -> str:
    # str() refuses numbers of more than 4300 digits; those never come here, being said by digits.
    return str(number)
