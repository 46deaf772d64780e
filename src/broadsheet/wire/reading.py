"""One take of copy → what it looks like by itself, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from broadsheet.story import Photo
from broadsheet.wire.breadcrumb import breadcrumb
from broadsheet.wire.byline import byline, email
from broadsheet.wire.caption import caption
from broadsheet.wire.copy import Erratum, Writer
from broadsheet.wire.dates import Dates, dates
from broadsheet.wire.furniture.languages import all_phrases, any_of
from broadsheet.wire.furniture.verdict import verdict
from broadsheet.wire.prose import ends_sentence, is_prose

Kind = Literal[
    "rule", "address", "breadcrumb", "topics", "correction", "dates", "byline", "credit",
    "caption", "email", "attribution", "item", "pull quote", "prose", "title",
    "headline", "heading", "embed",
]  # fmt: skip

_LONGEST_LINE = 300  # characters; beyond that little but a caption or prose is possible
_SENTENCE = 100  # characters; the same beyond that if it ends as a sentence
_LONGEST_BYLINE = 160
_LONGEST_TOPIC = 60
_LONGEST_ATTRIBUTION = 120
_ADDRESS = re.compile(r"<?(https?://[^\s<>\"]{3,2000})>?", re.IGNORECASE)
_TOPICS = re.compile(
    rf"(?:{any_of(all_phrases('topics'))})\s*[:：]\s*(?P<topics>\S.*)", re.IGNORECASE
)
_HASHTAGS = re.compile(r"(?:#[^\W\d]\w{0,40}[\s,·]*)+")
_CORRECTION = re.compile(
    rf"(?:{any_of(all_phrases('correction'))})\s*(?:\((?P<on>[^()]{{4,40}})\)|,?\s(?P<at>[^:]{{6,30}}))?"
    r"\s*[:：—–]\s*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_EARLIER = re.compile(
    r"(?:editor.s note: )?an? (?:earlier|previous) version of th(?:is|e) "
    r"(?:article|story|report)\b",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(r"(?:—|–|--|―)\s*(?P<text>[^\s—–-].*)")
_ITEM = re.compile(
    r"(?:[-*•·‣▪◦●○■□◆◇▶▷▲△※+]|\(?(?P<number>\d{1,2})[.)]|(?P<circled>[①-⑳]))\s+(?P<text>\S.*)",
    re.DOTALL,
)
_SPOKEN = re.compile(r">+\s*(?P<text>[^>\s].*)", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACE = re.compile(r",? ")
_MOST_SPACES = 12
_BETWEEN = re.compile(r"\s+[|•·–—-]\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a take looks like: its kind, and what was read out of it, as far as there is any.

    `text` is the take without the sign that told its kind (the bullet, the dash, the label).
    `number` is that of an item in a numbered list, 0 of any other.
    """

    kind: Kind
    text: str
    writers: tuple[Writer, ...] = ()
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    dates: Dates | None = None
    photo: Photo | None = None
    correction: Erratum | None = None
    number: int = 0


def reading(text: str, *, language: str) -> Reading:
    """Read one take. The order is from the surest signs to the weakest."""
    is_long = len(text) > _LONGEST_LINE or (len(text) > _SENTENCE and ends_sentence(text))
    for reader in _LONG_READERS if is_long else _READERS:
        found = reader(text, language)
        if found:
            return found
    return Reading(kind="prose" if is_prose(text) else "title", text=text)


def _read_rule(text: str, _language: str) -> Reading | None:
    return None if any(map(str.isalnum, text)) else Reading(kind="rule", text=text)


def _read_address(text: str, _language: str) -> Reading | None:
    found = _ADDRESS.fullmatch(text)
    return Reading(kind="address", text=found[1]) if found else None


def _read_breadcrumb(text: str, _language: str) -> Reading | None:
    sections = breadcrumb(text)
    return Reading(kind="breadcrumb", text=text, sections=sections) if sections else None


def _read_topics(text: str, _language: str) -> Reading | None:
    if text[0] == "#" and _HASHTAGS.fullmatch(text):
        names = re.split(r"[\s,·]+", text)
    else:
        found = _TOPICS.fullmatch(text)
        names = re.split(r"\s*[,;|·、，]\s*", found["topics"]) if found else []
    topics = tuple(dict.fromkeys(name.strip("# .") for name in names if name.strip("# .")))
    if not topics or max(map(len, topics)) > _LONGEST_TOPIC:
        return None
    return Reading(kind="topics", text=text, topics=topics)


def _read_dates(text: str, language: str) -> Reading | None:
    found = dates(text, day_first=language in {"es", "fr"})
    return Reading(kind="dates", text=text, dates=found) if found else None


def _read_byline(text: str, language: str) -> Reading | None:
    writers = byline(text, language=language)
    if writers:
        photo = caption(text)
        if photo and not photo.caption:  # Photos by Jane Doe: its place will tell which it is
            return Reading(kind="credit", text=text, photo=photo, writers=writers)
        return Reading(kind="byline", text=text, writers=writers)
    has_day = len(text) <= _LONGEST_BYLINE and _YEAR.search(text) and not ends_sentence(text)
    return _read_byline_with_dates(text, language) if has_day else None


def _read_byline_with_dates(text: str, language: str) -> Reading | None:
    """`By Jane Porter | November 27, 2024 | 5 min read`, `By Jane Porter 27 November 2024`."""
    spaces = [match.start() for match in _SPACE.finditer(text)][:_MOST_SPACES]
    halves = [[text[:at], text[at:].strip(" ,")] for at in spaces]
    for parts in ([part for part in _BETWEEN.split(text) if part], *halves):
        writers: tuple[Writer, ...] = ()
        days: Dates | None = None
        for part in parts:
            found = dates(part, day_first=language in {"es", "fr"})
            named = () if found else byline(part, language=language)
            if not (found or named or (len(parts) > 1 and verdict(part))):
                break
            days, writers = days or found, writers + named
        else:
            if days and writers:
                return Reading(kind="byline", text=text, writers=writers, dates=days)
    return None


def _read_caption(text: str, _language: str) -> Reading | None:
    photo = caption(text)
    if not photo:
        return None
    return Reading(kind="caption" if photo.caption else "credit", text=text, photo=photo)


def _read_email(text: str, _language: str) -> Reading | None:
    address = email(text)
    return Reading(kind="email", text=address) if address else None


def _read_correction(text: str, _language: str) -> Reading | None:
    found = _CORRECTION.fullmatch(text)
    if found:
        day = dates(found["on"] or found["at"] or "")
        if day is None and found["at"]:
            return None
        on = day.published.day if day and day.published else None
        return Reading(
            kind="correction", text=text, correction=Erratum(text=found["text"], corrected_on=on)
        )
    if _EARLIER.match(text):
        return Reading(kind="correction", text=text, correction=Erratum(text=text))
    return None


def _read_attribution(text: str, _language: str) -> Reading | None:
    found = _ATTRIBUTION.fullmatch(text)
    if not found or len(text) > _LONGEST_ATTRIBUTION or text.endswith("."):
        return None
    return Reading(kind="attribution", text=found["text"])


def _read_item(text: str, _language: str) -> Reading | None:
    found = _ITEM.fullmatch(text)
    if found:
        number = int(found["number"] or 0)
        if found["circled"]:
            number = ord(found["circled"]) - ord("①") + 1
        return Reading(kind="item", text=found["text"], number=number)
    spoken = _SPOKEN.fullmatch(text)
    return Reading(kind="pull quote", text=spoken["text"]) if spoken else None


_READERS: tuple[Callable[[str, str], Reading | None], ...] = (
    _read_rule,
    _read_address,
    _read_breadcrumb,
    _read_topics,
    _read_correction,
    _read_dates,
    _read_byline,
    _read_caption,
    _read_email,
    _read_attribution,
    _read_item,
)
_LONG_READERS: tuple[Callable[[str, str], Reading | None], ...] = (
    _read_correction,
    _read_byline,
    _read_caption,
    _read_item,
)
