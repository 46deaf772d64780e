"""A labelled field of copy (`headline: …`, `byline: …`) → its part of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from broadsheet.story import Photo
from broadsheet.wire.addresses import picture_file
from broadsheet.wire.byline import byline, called, is_role
from broadsheet.wire.copy import Erratum, Writer
from broadsheet.wire.dates import dates
from broadsheet.wire.forme import Forme
from broadsheet.wire.front_matter import Value
from broadsheet.wire.language import language_tag
from broadsheet.wire.lines import Line, clean

_PATH = re.compile(r"\s*[>›»]\s*|\s+/\s+")
_LONGEST_TOLD = 60
_COMMA = re.compile(r"\s*[,;]\s*")


def set_label(forme: Forme, key: str, value: Value, lines: Sequence[Line]) -> None:
    """Set one field. One that is not known or holds something else is dropped, and told."""
    name = known_label(key)
    if not name:
        forme.ledger.drop(lines, f"there is no field {key!r}")
        return
    if value in ("", [], {}):
        forme.ledger.drop(lines, f"the field {name} is empty")
        return
    wanted = _SETTERS[name](forme, value, tuple(lines))
    if wanted:
        problem = f"the field {name} holds {_told(value)} instead of {wanted}"
        forme.ledger.drop(lines, problem)
        forme.ask(f"{problem}; it was left out")


def known_label(key: str) -> str:
    """The field that a label means, "" for a label that means none."""
    key = key.strip().casefold().replace("_", " ")
    return key if key in _SETTERS else _ALSO.get(key, "")


def _told(value: Value) -> str:
    if isinstance(value, str):
        return f"“{value[:_LONGEST_TOLD]}”"
    return "a list" if isinstance(value, list) else "a mapping"


def _texts(value: Value) -> list[str] | None:
    """The strings of a list, or of a line with commas; None for anything else."""
    if isinstance(value, str):
        value = [*_COMMA.split(value)]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return None
    return [text for item in value if isinstance(item, str) and (text := clean(item))]


def _headline(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    forme.headline = _text(value) or forme.headline
    return _entered(forme, "headline", value, lines)


def _kicker(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    forme.kicker = _text(value) or forme.kicker
    return _entered(forme, "kicker", value, lines)


def _standfirst(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    forme.standfirst = _text(value) or forme.standfirst
    return _entered(forme, "standfirst", value, lines)


def _dateline(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    forme.dateline = _text(value) or forme.dateline
    return _entered(forme, "dateline", value, lines)


def _text(value: Value) -> str:
    return clean(" ".join(value.split())) if isinstance(value, str) else ""


def _entered(forme: Forme, name: str, value: Value, lines: tuple[Line, ...]) -> str:
    if not _text(value):
        return "one line of text"
    forme.ledger.enter(lines, name)
    return ""


def _section(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    names = _PATH.split(value) if isinstance(value, str) else _texts(value)
    sections = tuple(name for part in names or () if (name := clean(part)))
    if not sections:
        return "a path such as National > North Korea"
    forme.set_sections(sections, lines)
    return ""


def _byline(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    writers: list[Writer] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and clean(item):
            writers += _named(clean(item), forme.language)
        elif isinstance(item, dict) and isinstance(item.get("name"), str) and item["name"]:
            given = {key: clean(part) for key, part in item.items() if isinstance(part, str)}
            writer = Writer(name=given["name"], email=given.get("email", ""))
            role = given.get("role", "")
            writers.append(called(writer, role) if is_role(role) else replace(writer, role=role))
        else:
            return "names, each a text or name, role and email"
    forme.set_byline(tuple(writers), lines)
    return "" if writers else "names"


def _named(text: str, language: str) -> tuple[Writer, ...]:
    return (
        byline(text, language=language)
        or byline(f"By {text}", language=language)
        or (Writer(name=text),)
    )


def _date(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    found = dates(clean(value)) if isinstance(value, str) else None
    if not found:
        return "a day such as 2024-11-27 or 2024-11-27 10:30 +09:00"
    forme.set_dates(found, lines)
    return ""


def _topics(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    topics = _texts(value)
    if not topics:
        return "a list of topics"
    forme.set_topics(tuple(topics), lines)
    return ""


def _language(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    tag = language_tag(value) if isinstance(value, str) else ""
    if not tag:
        return "a tag such as en or ko"
    forme.language = tag
    forme.ledger.enter(lines, f"language: {tag}")
    return ""


def _lead(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    if isinstance(value, str):
        value = {"file": value}
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        return "file, caption, alt, credit and rights"
    given = {key: clean(part) for key, part in value.items() if isinstance(part, str)}
    unknown = sorted(given.keys() - {"file", "caption", "alt", "credit", "rights"})
    file = given.get("file", "")
    source = picture_file(file)
    if unknown or (file and not source) or not any(given.values()):
        return f"a picture's file, caption, alt, credit and rights (not {unknown or file!r})"
    photo = Photo(
        caption=given.get("caption", ""),
        alt=given.get("alt", ""),
        credit=given.get("credit", ""),
        rights=given.get("rights", ""),
        source=source,
    )
    forme.set_photo(photo, lines)
    return ""


def _corrections(forme: Forme, value: Value, lines: tuple[Line, ...]) -> str:
    found: list[Erratum] = []
    for item in value if isinstance(value, list) else [value]:
        text = item.get("text") if isinstance(item, dict) else item
        if not isinstance(text, str) or not clean(text):
            return "corrections, each with date and text"
        written = item.get("date", "") if isinstance(item, dict) else ""
        day = dates(written) if isinstance(written, str) else None
        if written and not (day and day.published):
            return "corrections with a date such as 2024-11-27"
        on = day.published.day if day and day.published else None
        found.append(Erratum(text=clean(text), corrected_on=on))
    for correction in found:
        forme.set_correction(correction, lines)
    return ""


_SETTERS: dict[str, Callable[[Forme, Value, tuple[Line, ...]], str]] = {
    "headline": _headline,
    "kicker": _kicker,
    "standfirst": _standfirst,
    "dateline": _dateline,
    "byline": _byline,
    "section": _section,
    "date": _date,
    "topics": _topics,
    "language": _language,
    "lead": _lead,
    "corrections": _corrections,
}
_ALSO = {
    "title": "headline",
    "head": "headline",
    "hed": "headline",
    "label": "kicker",
    "overline": "kicker",
    "subtitle": "standfirst",
    "subhead": "standfirst",
    "summary": "standfirst",
    "deck": "standfirst",
    "dek": "standfirst",
    "description": "standfirst",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "writer": "byline",
    "sections": "section",
    "category": "section",
    "published": "date",
    "place": "dateline",
    "tags": "topics",
    "keywords": "topics",
    "topic": "topics",
    "lang": "language",
    "photo": "lead",
    "picture": "lead",
    "image": "lead",
    "correction": "corrections",
}
