"""Small dictionaries, galleys and readings of our own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.reading import Reading
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.volume import Form, Frequency, Meaning, Record, Volume


def make_volume(records: Iterable[Record], **changes: Any) -> Volume:
    facts: dict[str, Any] = {
        "title": "A small dictionary",
        "kind": "meanings",
        "language": "en",
        "gloss_language": "en",
        "licence": "CC0",
        "origin": "small.txt",
    }
    return Volume(records=iter(records), **{**facts, **changes})


def meaning(headword: str, part: Any = "noun", gloss: str = "", **changes: Any) -> Meaning:
    return Meaning(
        headword=headword, part=part, gloss=gloss or f"a meaning of {headword}", **changes
    )


SMALL: tuple[Record, ...] = (
    meaning("harbor", gloss="a place where ships are safe", count=3),
    meaning("ship", gloss="a large boat", count=9),
    meaning("master", gloss="a person who is in charge", count=2),
    meaning("plan", gloss="what somebody means to do", count=8),
    meaning("plan", "verb", gloss="think out what to do", count=5),
    meaning("carry", "verb", gloss="take from one place to another", count=20, frames=(8,)),
    meaning("carry out", "verb", gloss="do what was planned", count=6, frames=(8,)),
    meaning("draw", "verb", gloss="make a picture with a pen", count=10),
    meaning("draw a line", "verb", gloss="set a limit"),
    meaning("line", gloss="a long thin mark", count=7),
    meaning("line", gloss="a row of people", order=2, count=1),
    meaning("arm", gloss="the part of the body from shoulder to hand", count=30),
    meaning("arms", gloss="weapons", count=4, key="arms%1:06:00::"),
    meaning("control", gloss="power over something", count=6),
    meaning("arms control", gloss="limits on weapons"),
    meaning("nuclear", "adjective", gloss="of the inside of atoms", count=5),
    meaning("discuss", "verb", gloss="talk about", count=9, synonyms=("talk over",), frames=(8,)),
    meaning("go", "verb", gloss="move from one place to another", count=50),
    meaning("man", gloss="a grown male person", count=40),
    meaning("big", "adjective", gloss="large", count=12),
    meaning("fast", "adverb", gloss="quickly", count=6),
    meaning("crisis", gloss="a time of great danger", count=3),
    meaning("bank", gloss="the land beside a river", count=25, key="bank%1:17:01::"),
    meaning("bank", gloss="a firm that keeps money", order=2, count=20, key="bank%1:14:00::"),
    meaning("Lindvik", gloss="a port in the north"),
    meaning("council", gloss="people who are chosen to run a town", count=7),
    Form("went", "verb", "go"),
    Form("crises", "noun", "crisis"),
    Form("drawn", "verb", "draw"),
)
COMMON: tuple[Record, ...] = (
    Frequency("ship", 4.6),
    Frequency("harbor", 4.0),
    Frequency("plan", 5.2),
    Frequency("talk over", 4.9),
    Frequency("discuss", 4.4),
    Frequency("bank", 5.1),
    Frequency("quay", 3.0),
)


def make_shelf(file: Path, records: Iterable[Record] = SMALL) -> Dictionaries:
    add(file, make_volume(records), name="small")
    add(file, make_volume(COMMON, kind="frequencies", title="Counts"), name="counts")
    return Dictionaries(file)


def make_galley(*paragraphs: str, headline: str = "") -> Galley:
    lines = [("headline", headline)] if headline else []
    return compose_text((*lines, *(("paragraph", text) for text in paragraphs)), language="en")  # type: ignore[arg-type]


def make_reading(written: str, **changes: Any) -> Reading:
    facts: dict[str, Any] = {
        "number": 0,
        "written": written,
        "base": written,
        "part": "noun",
        "tag": "NN",
        "kind": "content",
    }
    return Reading(**{**facts, **changes})
