"""What a report's words mean, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from broadsheet.lexicon.shelf import Source
from broadsheet.lexicon.volume import Part

# `glossary` and `phrase` entries stand over several words; `parts` are words that no dictionary
# has, told by what they are made of; `grammar` are small words with a simple answer.
EntryKind = Literal["word", "phrase", "parts", "grammar", "glossary"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning as a reader sees it. `key` is how an editor pins it.

    `simpler` are words with this meaning that are more common than the word itself, at most two.
    `source` is the name of its dictionary; empty where the answer is ours or the newsroom's.
    """

    gloss: str
    part: Part
    source: str
    example: str = ""
    simpler: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word that no dictionary has: `de-`, take away or undo."""

    written: str
    gloss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the card of a word shows.

    `form` is a phrase such as `present participle of discuss`, empty for a base form. `ipa` is of
    the word as it is printed, without slashes. `zipf` is how common the base form is, from 1 to 7,
    None where nobody counted it. `senses` run from the likeliest here, those of each dictionary
    together in the order of the shelf; `is_pinned` says that an editor has chosen the first one.
    `name_kind` (person, place …) and `path` come from the newsroom's glossary.
    """

    kind: EntryKind
    base: str
    form: str = ""
    part: Part = ""
    ipa: str = ""
    zipf: float | None = None
    senses: tuple[Sense, ...] = ()
    is_pinned: bool = False
    pieces: tuple[Piece, ...] = ()
    name_kind: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Several galley words that have one meaning together, by their numbers in order."""

    entry: Entry
    words: tuple[int, ...]


@dataclass(frozen=True)
class Glosses:
    """`words` has an entry, or None, at the index that is the galley word's number.

    `units` stand before the single words: a card shows the unit first. `sources` are the
    dictionaries that were asked, with what has to be told of each.
    """

    language: str
    words: tuple[Entry | None, ...]
    units: tuple[Unit, ...]
    sources: tuple[Source, ...]

    @cached_property
    def _units_by_word(self) -> dict[int, tuple[Entry, ...]]:
        found: dict[int, tuple[Entry, ...]] = {}
        for unit in self.units:
            for number in unit.words:
                found[number] = (*found.get(number, ()), unit.entry)
        return found

    def of(self, number: int) -> tuple[Entry, ...]:
        """What to show for a galley word: what it is a part of, then the word itself."""
        word = self.words[number]
        return (*self._units_by_word.get(number, ()), *((word,) if word else ()))
