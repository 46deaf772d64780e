"""Sen., Nov., St., Dr., No. 3, vs., Calif., Inc.: shortened words in full, by their sense."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from broadsheet.voice.script.grammar.short_words import (
    ALSO_WORDS,
    ALWAYS,
    BARE,
    DAYS,
    NUMBERED,
    PARTIES,
    POSTAL,
    STATES,
    TITLES,
)
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken
from broadsheet.voice.script.spelled import spelled

_SHORT = re.compile(
    r"(?P<word>Ph\.D|(?:[A-Za-z]\.)+[A-Za-z]{1,3}|[A-Za-z]+(?:['’][a-z]+)?|Lt-Gov)(?P<period>\.)?(?P<of>['’]s)?(?!\w)"
)
_PARTY = re.compile(r"(?P<party>[DRI])-(?P<state>[A-Z][A-Za-z.]+)")
_NUMBER_NEXT = re.compile(r"\s?#?\d|\s(?:[IVX]+)\b")
_NAME_NEXT = re.compile(r"\s?[“\"']?(?:[A-Z]|1st\b)")
_LEGAL = re.compile(r"\s[A-Z]")
_TIME_NEXT = re.compile(
    r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_TOWN = re.compile(r"[A-Z][\w.'’-]*,\s$|\($")
_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
_LAND_NEXT = re.compile(
    r"\s(?:Korea|Carolina|Dakota|Africa|America|Ireland|Sudan|Asia|Virginia|Jeolla|Gyeongsang|"
    r"Chungcheong|Pyongan|Hamgyong|Hwanghae)"
)
_COUNT_NEXT = re.compile(r"\s\d+\b(?!%)")
_OF_NEXT = re.compile(" of ")
_SMALL_NEXT = re.compile(r"\s[a-z]")
_DATE_NEXT = re.compile(
    r"[,–-]|\s(?:\d|at\b|morning|afternoon|evening|night|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_LOOSE = re.compile(r"[^,;:”)-]\s$")
_NUMBERED_STREET = re.compile(r"\d\s[^,]*$|\d(?:st|nd|rd|th)\s$")
_BEFORE_A_NAME = {"St": "Saint", "Dr": "Doctor", "Ft": "Fort"}
_BEHIND_A_NAME = {"St": "Street", "Dr": "Drive", "Ft": "Fort"}
_BY_ITSELF = {"St": "Street", "Dr": "Doctor", "Ft": "feet"}
_STREETS = re.compile(r"(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’.-]*)$")
_NO_STREET = frozenset(
    """The At In On Of And Near From To By With A An When As For Sen. Rep. Mr. But After Dr.
    Mrs. Ms. Prof. Rev. Gov. Said Then Since Before That Fort East West North South While If
    St.""".split()
)


@dataclass(frozen=True, slots=True)
class _Short:
    """A shortened word where it stands."""

    passage: Passage
    word: str
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.passage.before(self.start)

    @property
    def ahead(self) -> str:
        """The few characters in front of it."""
        return self.passage.text[max(0, self.start - 24) : self.start]

    def is_followed(self, by: re.Pattern[str]) -> bool:
        return by.match(self.passage.text, self.end) is not None


def shortened(passage: Passage, at: int) -> Reading:
    """A shortened word in full, where its neighbours tell that it is one."""
    text = passage.text
    if found := _PARTY.match(text, at):
        return _party(found)
    found = _SHORT.match(text, at)
    if not found:
        return []
    word = found["word"].replace("’", "'")
    short = _Short(passage, word, *found.span())
    said = _with_period(short) if found["period"] else _without(short)
    if not said:
        return []
    if said.replace(" ", "").isupper():
        return [spelled(said, found.start(), found.end(), ending="'s" if found["of"] else "")]
    return spoken(said + ("'s" if found["of"] else ""), *found.span())


def _party(found: re.Match[str]) -> Reading:
    state = STATES.get(found["state"].rstrip(".")) or POSTAL.get(found["state"])
    if not state and found["state"].isalpha() and not found["state"].isupper():
        state = found["state"]
    if not state:
        return []
    said = spoken(f"{PARTIES[found['party']]} of", *found.span("party"))
    return said + spoken(state, *found.span("state"))


def _with_period(short: _Short) -> str:
    word = short.word
    if word in NUMBERED and short.is_followed(_NUMBER_NEXT):
        return NUMBERED[word]
    if word in _BY_PLACE:
        return _BY_PLACE[word](short)
    if word in TITLES and short.is_followed(_NAME_NEXT):
        return TITLES[word]
    return ALWAYS.get(word) or BARE.get(word, "")


def _without(short: _Short) -> str:
    word = short.word
    is_behind_name = short.before[:1].isupper()
    if word in POSTAL and is_behind_name and short.ahead.endswith(", "):
        return POSTAL[word]
    if word == "St" and short.is_followed(_NAME_NEXT):
        return "Saint"
    if word == "v" and is_behind_name:
        return _legal(short)
    if word == "No" and short.is_followed(_COUNT_NEXT):
        return "Number"
    return BARE.get(word, "")


def _street(short: _Short) -> str:
    """Saint, Doctor and Fort before a name; Street and Drive behind one; feet behind a number."""
    is_before_name = short.is_followed(_NAME_NEXT)
    is_behind_name = (
        _LOOSE.search(short.ahead) is not None
        and _STREETS.fullmatch(short.before) is not None
        and short.before not in _NO_STREET
    )
    if is_behind_name and (not is_before_name or short.is_followed(_TIME_NEXT)):
        return _BEHIND_A_NAME[short.word]
    if not is_before_name:
        return _BY_ITSELF[short.word]
    # 9th St. Market: a street with a number keeps it before a name too.
    if short.word == "St" and is_behind_name and _NUMBERED_STREET.search(short.ahead):
        return "Street"
    return _BEFORE_A_NAME[short.word]


def _side(short: _Short) -> str:
    """S. Korea; the S. of a name stays a letter."""
    return _SIDES[short.word] if short.is_followed(_LAND_NEXT) else ""


def _representative(short: _Short) -> str:
    """Republic of Korea, and the gentleman from Ohio."""
    if short.is_followed(_OF_NEXT):
        return "Republic"
    return TITLES[short.word] if short.is_followed(_NAME_NEXT) else ""


def _day(short: _Short) -> str:
    """Before a date or a comma; else `Sun.` ends a sentence about the sun."""
    is_day = short.is_followed(_DATE_NEXT) or short.ahead.endswith(("-", "–"))
    return DAYS[short.word] if is_day else ""


def _legal(short: _Short) -> str:
    """The v. between two parties."""
    return "versus" if short.is_followed(_LEGAL) else ""


def _others(short: _Short) -> str:
    """Et al. keeps its Latin."""
    return "al" if short.before.lower() == "et" else ""


def _state(short: _Short) -> str:
    """After a town and its comma, in brackets, or where the sentence goes on in small letters."""
    is_told = (
        short.word not in ALSO_WORDS
        or _TOWN.search(short.ahead) is not None
        or short.is_followed(_SMALL_NEXT)
    )
    return STATES[short.word] if is_told else ""


# Shortened words whose sense is told by where they stand.
_BY_PLACE: dict[str, Callable[[_Short], str]] = {
    **dict.fromkeys(STATES, _state),
    **dict.fromkeys(DAYS, _day),
    **dict.fromkeys(["St", "Dr", "Ft"], _street),
    **dict.fromkeys(_SIDES, _side),
    "Rep": _representative,
    "v": _legal,
    "al": _others,
}
