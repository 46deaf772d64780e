"""World War II, Pope Leo XIV, Super Bowl LIX, Chapter IV; never the pronoun I nor Malcolm X."""

from __future__ import annotations

import re

from broadsheet.voice.script.numbers import cardinal, ordinal
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken

_NUMERAL = re.compile(
    r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"(?P<of>['’]s)?(?![\w]|[&.]\w)"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# What is counted with a plain number: chapter four.
_COUNTED = frozenset(
    """war bowl chapter part act scene volume vol. book title article phase type class stage
    section appendix annex schedule tier level category group division league grade mark
    rocky rambo saw fantasy wrestlemania apollo saturn gemini quest warcraft starcraft
    civilization godfather vatican schengen basel solvency minuteman mission psalm table
    figure wave module factor block round olympiad games method model episode""".split()
)
# Who is counted as a ruler is: Elizabeth the Second.
_RULERS = frozenset(
    """Abdullah Albert Alexander Alfonso Amenhotep Baudouin Benedict Bhumibol Carl Carlos Catherine
    Charles Christian Clement Edward Elizabeth Felipe Ferdinand Francis Franz Frederick Frederik
    Gregory Gustaf Gustav Haakon Harald Harold Hassan Henry Hussein Innocent Isabella Ivan James
    John Joseph Juan Leo Leopold Louis Ludwig Margrethe Mary Maximilian Mohammed Muhammad Napoleon
    Nicholas Olaf Otto Paul Pedro Peter Philip Philippe Pius Qaboos Rama Ramses Reza Richard Robert
    Selim Stephen Suleiman Thutmose Urban Victor Victoria Wilhelm Willem William""".split()
)
_TITLES = frozenset(
    """king queen pope emperor empress prince princess tsar czar sultan shah patriarch kaiser
    pharaoh duke""".split()
)
# Given names that Americans hand down.
_HANDED_DOWN = frozenset(
    "Thurston Thomas Walter Samuel Martin George Harry Daniel Frank Arthur Howard".split()
)


def roman(passage: Passage, at: int) -> Reading:
    """A Roman numeral behind what it counts."""
    found = _NUMERAL.match(passage.text, at)
    if not found:
        return []
    written = found[0][: -2 if found["of"] else None]
    before, two_before = passage.before(at), passage.two_before(at)
    number = _value(written)
    end = "'s" if found["of"] else ""
    # `In that war I fought`: the pronoun stands behind small letters, the numeral behind capitals.
    if before.lower() in _COUNTED and (written != "I" or before[:1].isupper()):
        return spoken(cardinal(number) + end, *found.span())
    if (
        _is_person(before, two_before)
        and (len(written) > 1 or before in _RULERS)
        and written != "X"
    ):
        return spoken(f"the {ordinal(number)}{end}", *found.span())
    if passage.after(found.end()) == "Corps":
        return spoken(ordinal(number), *found.span())
    if set(written) <= set("IVX") and _is_clear(written, before):
        return spoken(cardinal(number) + end, *found.span())
    return []


def _is_clear(written: str, before: str) -> bool:
    """Whether nothing else is written like it: III is always three, IV may be a drip."""
    return written in {"II", "III", "VII", "VIII", "XII", "XIII", "XIV", "XVI"} or (
        len(written) > 1 and before[:1].isupper()
    )


def _value(written: str) -> int:
    values = [_VALUES[one] for one in written]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _is_person(before: str, two_before: str) -> bool:
    if before in _RULERS or (two_before.lower() in _TITLES and before[:1].isupper()):
        return True
    return before[:1].isupper() and (two_before in _RULERS or two_before in _HANDED_DOWN)
