"""What stands between two words → what is heard of it: a pause, a halt, or a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
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
_HALT = re.compile(r"[?!]")
_DOTS = re.compile(r"…|\.\s?\.")
_DASH = re.compile(r"[—–―‒]|--|\s-\s|\s-$|^-\s")
_QUIET = re.compile(r"[“”„«»\"()\[\]{}「」『』|]|\s/\s")
_SINGLE = re.compile(r"['‘’]")


@dataclass(frozen=True, slots=True)
class Heard:
    """A pause after the word before, a halt there, then words that are said."""

    pause: Pause = ""
    stop: str = ""
    words: str = ""


def heard(gap: str, signs: Mapping[str, str], *, has_single_quote: bool) -> Heard:
    """`signs` are the names of those that are said. `has_single_quote` tells that a quotation in single marks opens or closes in the gap.

    An apostrophe behind a word (`the workers' rights`) is none, which only the whole sentence
    can tell.
    """
    if gap == " ":
        return Heard()
    words = " ".join(signs[sign] for sign in gap if sign in signs)
    if halt := _HALT.search(gap):
        return Heard(stop="?" if "?" in gap else halt[0], words=words)
    return Heard(_pause(gap, has_single_quote=has_single_quote), words=words)


def ending(gap: str) -> Ending:
    """The melody with which a sentence ends, by the marks behind its last word."""
    if "?" in gap:
        return "?"
    if "!" in gap:
        return "!"
    return "…" if _DOTS.search(gap) else "."


def opens_single(gap: str) -> bool:
    """Whether a quotation in single marks opens before the next word."""
    mark = _SINGLE.search(gap)
    return (
        mark is not None
        and gap[-1] in "'‘’([“\""
        and (mark.start() == 0 or "‘" in gap or " '" in gap)
    )


def closes_single(gap: str) -> bool:
    """Whether a quotation in single marks may close behind the word before."""
    return gap[:1] in {"'", "’"} or re.match(r"[,.?!]['’]", gap) is not None


def _pause(gap: str, *, has_single_quote: bool) -> Pause:
    if _DOTS.search(gap):
        return "…"
    if _DASH.search(gap):
        return "—"
    for mark in ";:":
        if mark in gap:
            return cast("Pause", mark)
    if "," in gap or _QUIET.search(gap) or has_single_quote or ". " in gap:
        return ","
    return ""
