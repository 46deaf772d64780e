"""A day that is over, told of as if it were to come: “will open on 3 March 2024”.

Only what a rule can be sure of: English and Korean, a date with its year, and a word of the future
before it (in Korean, behind it) with nothing between them that tells of the past.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WILL = (
    r"\b(?:will|is to|are to|plans? to|hopes? to|"
    r"(?:is|are) (?:due|set|scheduled|expected|planned))\b"
)
_BETWEEN = r"(?P<between>[^.;:?!“”\"]{0,60}?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
# From the most exact to the least: what one has found is no business of those behind it.
_ENGLISH = tuple(
    re.compile(rf"{_WILL}{_BETWEEN}\b{day}")
    for day in (
        rf"(?P<day>\d{{1,2}}) {_MONTH},? {_YEAR}",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? {_YEAR}",
        rf"{_MONTH} {_YEAR}",
        rf"(?:in|by|before|until) {_YEAR}",
    )
)
_PAST = re.compile(r"\b(?:said|told|announced|reported|agreed|signed|since|after|was|were|had)\b")
_KOREAN = re.compile(
    r"(?P<year>(?:19|20)\d\d)년(?: ?(?P<month>\d{1,2})월(?: ?(?P<day>\d{1,2})일)?)?"
    r"[^.?!“”\"]{0,30}?(?:예정|계획이|전망이|할 방침)"
)


def date(proof: Proof) -> Iterator[Remark]:
    """Days that were over on the day of the report."""
    find = _FINDERS.get(proof.galley.language.partition("-")[0])
    for line, sentence in proof.galley.sentences if find else ():
        text = line.text[sentence.start : sentence.end]
        for words, last_day in find(text) if find else ():
            if last_day < proof.day:
                yield Remark(kind="date", place=line.place, words=words)


def _english(text: str) -> Iterator[tuple[str, dt.date]]:
    seen: set[int] = set()
    for pattern in _ENGLISH:
        for found in pattern.finditer(text):
            if found.start() in seen or _PAST.search(found["between"]):
                continue
            seen.add(found.start())
            named = found.groupdict()
            month = named.get("month", "")
            number = _MONTHS.index(month[:3].casefold()) + 1 if month else 12
            if day := _last_day(int(named["year"]), number, int(named.get("day") or 0)):
                yield found[0], day


def _korean(text: str) -> Iterator[tuple[str, dt.date]]:
    for found in _KOREAN.finditer(text):
        if day := _last_day(int(found["year"]), int(found["month"] or 12), int(found["day"] or 0)):
            yield found[0], day


def _last_day(year: int, month: int, day: int) -> dt.date | None:
    """The last day that is meant: of the month where none is named, of the year in December."""
    if not 1 <= month <= 12 or not 0 <= day <= monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day or monthrange(year, month)[1])


_FINDERS: dict[str, Callable[[str], Iterator[tuple[str, dt.date]]]] = {
    "en": _english,
    "ko": _korean,
}
