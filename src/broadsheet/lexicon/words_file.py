"""Glosses → the small file that a report's page fetches at the first look-up."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from broadsheet.galley.galley import Galley, Line, Sentence
from broadsheet.lexicon.glosses import Entry, Glosses, Sense

VERSION = 1
_One = TypeVar("_One")


def words_file(glosses: Glosses, galley: Galley) -> bytes:
    """JSON in UTF-8, the same bytes for the same glosses. `docs/dictionaries.md` tells its shape.

    `galley` is the one that was glossed: a browser is told where its words stand.
    Entries and meanings that words share stand in it once. It holds text only: `<` and `>` do not
    occur in it at all.
    """
    senses: dict[Sense, int] = {}
    entries: dict[Entry, int] = {}
    words = [_number(entries, entry) if entry else -1 for entry in glosses.words]
    units = [[_number(entries, unit.entry), *unit.words] for unit in glosses.units]
    written = [_entry(entry, senses) for entry in entries]
    lines = galley.lines
    used = {sense.source for sense in senses}
    content = {
        "version": VERSION,
        "language": glosses.language,
        "sources": [
            {
                "name": one.name,
                "title": one.title,
                "language": one.gloss_language,
                "licence": one.licence,
            }
            for one in glosses.sources
            if one.name in used or one.kind != "meanings"
        ],
        "senses": [_sense(sense) for sense in senses],
        "entries": written,
        "words": words,
        "units": units,
        "lines": [[line.place, [_sentence(line, one) for one in line.sentences]] for line in lines],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "‹").replace(">", "›").encode()


def _number(numbers: dict[_One, int], one: _One) -> int:
    return numbers.setdefault(one, len(numbers))


def _sentence(line: Line, sentence: Sentence) -> list[Any]:
    """Start, end, and for each word the gap before it and its length, in UTF-16 units."""
    start = before = line.utf16(sentence.start)
    spans = []
    for word in sentence.words:
        word_start, word_end = line.utf16(word.start), line.utf16(word.end)
        spans += [word_start - before, word_end - word_start]
        before = word_end
    return [start, line.utf16(sentence.end), spans]


def _entry(entry: Entry, senses: dict[Sense, int]) -> dict[str, Any]:
    fields = {
        "kind": entry.kind if entry.kind != "word" else "",
        "base": entry.base,
        "form": entry.form,
        "part": entry.part,
        "ipa": entry.ipa,
        "zipf": entry.zipf,
        "senses": [_number(senses, sense) for sense in entry.senses],
        "pinned": entry.is_pinned,
        "pieces": [[piece.written, piece.gloss] for piece in entry.pieces],
        "name": entry.name_kind,
        "path": entry.path,
    }
    return {name: value for name, value in fields.items() if value}


def _sense(sense: Sense) -> dict[str, Any]:
    fields = {
        "gloss": sense.gloss,
        "part": sense.part,
        "from": sense.source,
        "example": sense.example,
        "simpler": list(sense.simpler),
    }
    return {name: value for name, value in fields.items() if value}
