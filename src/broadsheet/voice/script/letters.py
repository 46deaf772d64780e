"""Any characters → letters that a voice can read."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from broadsheet.voice.script.numbers import cardinal, figure

_MOST = 30  # letters of one spoken word, so that no word alone fills an engine's memory


def in_letters(written: str) -> list[str]:
    """Spoken words of letters and apostrophes for whatever `written` is.

    Digits of every script are read as numbers, signs that stand for a number by their value;
    other signs are left out.
    """
    words: list[str] = []
    text = unicodedata.normalize("NFC", written).replace("’", "'")
    for kind, run in groupby(text, key=_kind):
        together = "".join(run)
        if kind == "letters":
            words.extend(_letters(together))
        elif kind == "digits":
            words.extend(figure(together).split())
        elif kind == "value":
            words.extend(word for sign in together for word in _value(sign).split())
    return words


def _kind(one: str) -> str:
    # A mark that stands over a letter belongs to it (decomposed accents, vowel signs of Indic).
    if one.isalpha() or one == "'" or unicodedata.category(one)[0] == "M":
        return "letters"
    if one.isdecimal():
        return "digits"
    return "value" if one.isnumeric() else "mark"


def _letters(run: str) -> list[str]:
    parts = (run[at : at + _MOST].strip("'") for at in range(0, len(run), _MOST))
    return [part for part in parts if any(one.isalpha() for one in part)]


def _value(sign: str) -> str:
    """² → two, Ⅳ → four, ⅒ → zero point one; the fractions of news have their own rule."""
    value = unicodedata.numeric(sign)
    if value == int(value) and value >= 0:
        return cardinal(int(value))
    said = figure(f"{abs(value):.3f}".rstrip("0"))
    return f"minus {said}" if value < 0 else said
