"""What stands between two words → what is heard of it: a pause, a halt, or a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from broadsheet.voice.utterance import Ending, Pause

# Marks that are said; all others are heard as a pause or not at all.
SYMBOLS = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "×": "times",
    "÷": "divided by",
    "%": "percent",
    "‰": "per mille",
    "°": "degrees",
    "℃": "degrees Celsius",
    "℉": "degrees Fahrenheit",
    "<": "less than",
    ">": "more than",
    "±": "plus or minus",
    "≈": "about",
    "≤": "at most",
    "≥": "at least",
    "§": "section",
    "@": "at",
    "€": "euros",
    "£": "pounds",
    "₩": "won",
    "¥": "yen",
    "₹": "rupees",
    "¢": "cents",
}
# Yahoo! said: without a mark that closes, it is part of a name.
_SHOUT = re.compile(r"![”\"’'»)\]]")
# A space, and the dash of Seoul–Busan.
_NOTHING = frozenset([" ", "–", "‒", "/"])
_DOTS = re.compile(r"…|\.\s?\.")
_DASH = re.compile(r"[—–―‒]|--|\s-\s|\s-$|^-\s")
_QUIET = re.compile(r"[“”„«»\"()\[\]{}「」『』|]|\s/\s")


@dataclass(frozen=True, slots=True)
class Heard:
    """A pause after the word before, a halt there, then words that are said."""

    pause: Pause = ""
    stop: str = ""
    words: str = ""


def heard(gap: str, signs: Mapping[str, str]) -> Heard:
    """What is heard of the characters between two words; `signs` are the names of those said.

    Single quotation marks are left out: alone they cannot be told from an apostrophe.
    """
    if gap in _NOTHING:
        return Heard()
    words = " ".join(signs[sign] for sign, _ in groupby(gap) if sign in signs)
    if "?" in gap:
        return Heard(stop="?", words=words)
    if _SHOUT.search(gap):
        return Heard(stop="!", words=words)
    return Heard(_pause(gap), words=words)


def ending(gap: str) -> Ending:
    """The melody with which a sentence ends, by the marks behind its last word."""
    if "?" in gap:
        return "?"
    if "!" in gap:
        return "!"
    return "…" if _DOTS.search(gap) else "."


def _pause(gap: str) -> Pause:
    if _DOTS.search(gap):
        return "…"
    if _DASH.search(gap):
        return "—"
    for mark in ";:":
        if mark in gap:
            return cast("Pause", mark)
    if "," in gap or _QUIET.search(gap) or ". " in gap:
        return ","
    return ""
