"""$1.2 billion, ₩50,000, €3.4m, US$5bn, a $5 million deal."""

from __future__ import annotations

import re

from broadsheet.voice.script.grammar.attributive import is_attributive
from broadsheet.voice.script.grammar.figures import MAGNITUDES, NUMBER, RANGE, SIGNS
from broadsheet.voice.script.grammar.units import PER, UNITS
from broadsheet.voice.script.numbers import cardinal, figure
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said, spoken
from broadsheet.voice.script.spelled import spelled

_DOLLAR = ("dollar", "dollars", "cent", "cents")
_CURRENCIES = {
    "US$": ("U S dollar", "U S dollars", "cent", "cents"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "AU$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CA$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "NT$": ("Taiwan dollar", "Taiwan dollars", "cent", "cents"),
    "S$": ("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "R$": ("real", "reais", "", ""),
    "$": _DOLLAR,
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "pence", "pence"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "", ""),
    "₽": ("ruble", "rubles", "", ""),
    "₫": ("dong", "dong", "", ""),
    "฿": ("baht", "baht", "", ""),
    "₱": ("peso", "pesos", "", ""),
    "₺": ("lira", "lira", "", ""),
    "₴": ("hryvnia", "hryvnias", "", ""),
    "USD": ("U S dollar", "U S dollars", "cent", "cents"),
    "KRW": ("won", "won", "", ""),
    "JPY": ("yen", "yen", "", ""),
    "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound", "pounds", "pence", "pence"),
    "CNY": ("yuan", "yuan", "", ""),
    "RMB": ("yuan", "yuan", "", ""),
    "Rs": ("rupee", "rupees", "", ""),
    "Rs.": ("rupee", "rupees", "", ""),
    "RM": ("ringgit", "ringgit", "", ""),
    "CHF": ("Swiss franc", "Swiss francs", "", ""),
}
_SYMBOL = "|".join(re.escape(one) for one in sorted(_CURRENCIES, key=len, reverse=True))
_SHORT = "trln|trn|tn|bln|bn|mln|mn|m|M|b|B|T|k|K"
_LONG = "thousand|million|billion|trillion"
_MAGNITUDE = rf"(?:\s?(?:{_SHORT})|[\s-](?:{_LONG}))\b"
_BEFORE = re.compile(
    rf"(?P<sign>[+\-−~≈<>]?)(?P<symbol>{_SYMBOL})\s?(?P<low>{NUMBER})(?P<low_size>{_MAGNITUDE})?"
    rf"(?:{RANGE}(?:{_SYMBOL})?(?P<high>{NUMBER})(?P<size>{_MAGNITUDE})?)?(?!\w|[.,]\d)"
)
# $50 to $60 billion: what is said once of both.
_TO = re.compile(
    rf"(?P<sign>)(?P<symbol>{_SYMBOL})\s?(?P<low>{NUMBER})(?P<low_size>)\s(?P<to>to)\s"
    rf"(?:{_SYMBOL})\s?(?P<high>{NUMBER})(?P<size>{_MAGNITUDE})(?!\w|[.,]\d)"
)
_BEHIND = re.compile(
    rf"(?P<sign>)(?P<low>{NUMBER})(?P<low_size>{_MAGNITUDE})?(?P<high>)(?P<size>)"
    r"(?P<symbol>[€£₩¥$¢])(?!\w)"
)
_CENTS = {"¢": ("cent", "cents", "", "")}
_RATE = re.compile(r"/(?P<per>[A-Za-z]+)(?!\w)")
_WITH_CENTS = re.compile(r"[\d,]*\.\d\d")


def money(passage: Passage, at: int) -> Reading:
    """An amount with its currency, the currency said last."""
    text = passage.text
    found = _TO.match(text, at) or _BEFORE.match(text, at) or _BEHIND.match(text, at)
    if not found:
        return []
    currency = _CURRENCIES.get(found["symbol"]) or _CENTS[found["symbol"]]
    if _is_with_cents(found) and currency[2]:
        said = _with_cents(found, currency)
    else:
        said = _amount(passage, found, currency)
    return said + _per(text, found.end())


def _is_with_cents(found: re.Match[str]) -> bool:
    is_plain = not (found["low_size"] or found["high"] or found["size"])
    return is_plain and _WITH_CENTS.fullmatch(found["low"]) is not None


def _with_cents(found: re.Match[str], currency: tuple[str, str, str, str]) -> Reading:
    """$3.50 → three dollars and fifty cents."""
    one, many, cent, cents = currency
    whole, _, rest = found["low"].replace(",", "").partition(".")
    parts = []
    if int(whole or 0):
        parts.append(f"{figure(whole)} {one if int(whole) == 1 else many}")
    if int(rest) or not parts:
        parts.append(f"{cardinal(int(rest))} {cent if int(rest) == 1 else cents}")
    said = f"{SIGNS[found['sign']]} {' and '.join(parts)}"
    return spoken(said, found.start(), found.end())


def _amount(passage: Passage, found: re.Match[str], currency: tuple[str, str, str, str]) -> Reading:
    one, many = currency[:2]
    start, end = found.span()
    said = spoken(SIGNS[found["sign"]], start, found.end("low"))
    said += spoken(figure(found["low"]), start, found.end("low"))
    said += _size(found, "low_size")
    if found["high"]:
        said.append(Said("to", *found.span("to" if found.re is _TO else "high")))
        said += spoken(figure(found["high"]), *found.span("high"))
        said += _size(found, "size")
    is_one = found["low"] == "1" and not (found["low_size"] or found["high"])
    unit = one if is_one or is_attributive(passage, start, end) else many
    return said + _unit(unit, start, end)


def _per(text: str, at: int) -> Reading:
    """$2/lb, $5/hour."""
    found = _RATE.match(text, at)
    if not found:
        return []
    short = found["per"]
    whole = PER.get(short) or UNITS.get(short, (short, ""))[0]
    return spoken(f"per {whole}", *found.span("per"))


def _size(found: re.Match[str], group: str) -> Reading:
    """The magnitude, from its own word."""
    written = (found[group] or "").strip(" -\u00a0")
    return spoken(MAGNITUDES[written], *found.span(group)) if written else []


def _unit(unit: str, start: int, end: int) -> Reading:
    if unit.startswith("U S "):
        return [spelled("US", start, end), *spoken(unit[4:], start, end)]
    return spoken(unit, start, end)
