"""Glosses → the small file that a report's page fetches at the first look-up."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from broadsheet.lexicon.glosses import Entry, Glosses, Sense

VERSION = 1
_One = TypeVar("_One")


def words_file(glosses: Glosses) -> bytes:
    """JSON in UTF-8, the same bytes for the same glosses. `docs/dictionaries.md` tells its shape.

    Entries and meanings that words share stand in it once. It holds text only: `<` and `>` do not
    occur in it at all.
    """
    senses: dict[Sense, int] = {}
    entries: dict[Entry, int] = {}
    words = [_number(entries, entry) if entry else -1 for entry in glosses.words]
    units = [[_number(entries, unit.entry), *unit.words] for unit in glosses.units]
    written = [_entry(entry, senses) for entry in entries]
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
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "‹").replace(">", "›").encode()


def _number(numbers: dict[_One, int], one: _One) -> int:
    return numbers.setdefault(one, len(numbers))


def _entry(entry: Entry, senses: dict[Sense, int]) -> dict[str, Any]:
    fields = {
        "kind": entry.kind if entry.kind != "word" else "",
        "base": entry.base,
        "form": entry.form,
        "part": entry.part,
        "ipa": entry.ipa,
        "zipf": entry.zipf,
        "senses": [_number(senses, sense) for sense in entry.senses],
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
