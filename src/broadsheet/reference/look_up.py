"""A report's text → its words file, and the words that are hard in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.gloss import gloss
from broadsheet.lexicon.glosses import Entry, Glosses
from broadsheet.lexicon.plain_text import plain_text
from broadsheet.lexicon.reading import Analyst, Reading
from broadsheet.lexicon.reading_level import RARE_BELOW_ZIPF, READ, zipf_of
from broadsheet.lexicon.words_file import words_file
from broadsheet.reference.answer import Answer
from broadsheet.reference.question import Question

MOST_HARD = 30
LONGEST_GLOSS = 140


class _Once:
    """An analyst that reads one galley once, whoever asks."""

    def __init__(self, analyst: Analyst, galley: Galley) -> None:
        self.is_parser = analyst.is_parser
        self.readings = analyst.read(galley)

    def read(self, _galley: Galley) -> tuple[Reading, ...]:
        return self.readings


def look_up(
    question: Question, dictionaries: Dictionaries, analyst: Analyst, say: Callable[[str], str]
) -> Answer:
    """`say` gives the IPA of a word whose sound stands in no dictionary, or an empty text."""
    galley = question.galley
    read = _Once(analyst, galley)
    glosses = gloss(
        galley, dictionaries, question.glossary, analyst=read, pins=question.pins, say=say
    )
    spellings = {folded(one) for word in read.readings for one in (word.written, word.base)}
    return Answer(
        words=words_file(glosses, galley),
        hard=_hard(galley, glosses, read.readings, dictionaries),
        spellings=f" {' '.join(sorted(spellings))} ",
    )


def _hard(
    galley: Galley, glosses: Glosses, readings: tuple[Reading, ...], dictionaries: Dictionaries
) -> list[dict[str, str]]:
    """The newsroom's own first, then the rarest words; as a list they run by the alphabet."""
    read = [word.number for line in galley.lines if line.role in READ for word in line.words]
    own = {unit.entry: "" for unit in glosses.units if unit.entry.kind == "glossary"}
    rare = sorted(_rare(read, glosses, readings, dictionaries), key=lambda one: one[0])
    chosen = [*own, *dict.fromkeys(entry for _, entry in rare)]
    told = {entry.base: _told(entry) for entry in reversed(chosen) if _gloss(entry)}
    kept = list(reversed(told.values()))[:MOST_HARD]
    return sorted(kept, key=lambda one: folded(one["word"]))


def _rare(
    numbers: Iterable[int],
    glosses: Glosses,
    readings: tuple[Reading, ...],
    dictionaries: Dictionaries,
) -> Iterator[tuple[float, Entry]]:
    for number in numbers:
        entry, zipf = glosses.words[number], zipf_of(readings[number], dictionaries)
        if entry and zipf < RARE_BELOW_ZIPF:
            yield zipf, entry


def _told(entry: Entry) -> dict[str, str]:
    return {"word": entry.base, "gloss": _gloss(entry), "path": entry.path}


def _gloss(entry: Entry) -> str:
    if entry.senses:
        return plain_text(entry.senses[0].gloss, longest=LONGEST_GLOSS)
    pieces = "; ".join(f"{one.written}: {one.gloss}" for one in entry.pieces)
    return plain_text(pieces, longest=LONGEST_GLOSS)
