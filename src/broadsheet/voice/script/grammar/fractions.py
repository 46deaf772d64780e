"""1/2, ½, 3 1/2, 2/3."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from broadsheet.voice.script.grammar.figures import END
from broadsheet.voice.script.numbers import cardinal, ordinal, plural
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken

_ONE_SIGN = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SIGN = re.compile(rf"(?P<whole>\d{{1,40}})?(?P<gap>[\s-]?)(?P<sign>[{_ONE_SIGN}])(?!\d)")
_WRITTEN = re.compile(
    rf"(?:(?P<whole>\d{{1,40}})[\s-])?(?P<top>\d\d?)[/⁄](?P<bottom>\d\d?\d?){END}"
)
_WORDS = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def fraction(passage: Passage, at: int) -> Reading:
    """A part of one, or a number with a part behind it."""
    if found := _SIGN.match(passage.text, at):
        value = Fraction(unicodedata.numeric(found["sign"])).limit_denominator(10)
        return spoken(_said(found["whole"], value.numerator, value.denominator), *found.span())
    found = _WRITTEN.match(passage.text, at)
    if not found:
        return []
    top, bottom = int(found["top"]), int(found["bottom"])
    if not 0 < top < bottom or (
        bottom not in {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100}
    ):
        return []
    return spoken(_said(found["whole"], top, bottom), *found.span())


def _said(whole: str | None, top: int, bottom: int) -> str:
    if bottom in _WORDS:
        part = _WORDS[bottom][top > 1]
    else:
        part = ordinal(bottom) if top == 1 else plural(ordinal(bottom))
    if not whole:
        return f"{cardinal(top)} {part}"
    return f"{cardinal(int(whole))} and {'a' if top == 1 else cardinal(top)} {part}"
