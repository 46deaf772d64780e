"""How often base forms and meanings are right, by the gold lists beside this file.

`tests/lexicon/gold/sentences.txt` holds news sentences of our own with the base form of 650 words;
`meanings.tsv` the WordNet senses that are right for 530, judged by hand, several where a reader
could not tell them apart. Of the first 90 sentences those with an odd number were there for
tuning, the others for the score; those from the 91st on were written and judged when the order of
meanings, and the list of what newspapers mean, were done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.lexicon.closed_words import SILENT
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.gloss import gloss
from broadsheet.lexicon.reading import Analyst

Part = Literal["tuning", "score", "later"]

GOLD = Path(__file__).parent / "gold"
LAST_OF_FIRST = 90
_MARKED = re.compile(r"(?P<word>[^\s{}]+)\{(?P<bases>[^}]+)\}")


@dataclass(frozen=True, slots=True)
class BaseForm:
    """A word of a gold sentence with the base forms that are right; its own spelling is one."""

    sentence: int
    written: str
    bases: frozenset[str]

    @property
    def is_inflected(self) -> bool:
        return folded(self.written) not in self.bases


@dataclass(frozen=True, slots=True)
class Judged:
    """A word of a gold sentence with the WordNet sense keys that are right."""

    sentence: int
    written: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseFormScore:
    words: int
    right: int
    inflected: int
    inflected_right: int
    wrong: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.right / self.words

    @property
    def inflected_share(self) -> float:
        return self.inflected_right / self.inflected


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningScore:
    """`first` and `in_three` are of our order; `own_first` and `own_in_three` of the dictionary's,
    for the same base form and part of speech."""

    words: int
    first: int
    in_three: int
    own_first: int
    own_in_three: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    words: int
    answered: int
    missing: tuple[str, ...]


def base_form_score(analyst: Analyst) -> BaseFormScore:
    """The analyst's base forms of all gold words."""
    readings = [analyst.read(galley) for galley in galleys()]
    gold = base_forms()
    right, wrong = [], []
    for one in gold:
        base = folded(readings[one.sentence - 1][number(one.sentence, one.written)].base)
        if base in one.bases:
            right.append(one)
        else:
            wrong.append(f"{one.sentence} {one.written}: {base}, not {'/'.join(sorted(one.bases))}")
    return BaseFormScore(
        words=len(gold),
        right=len(right),
        inflected=sum(one.is_inflected for one in gold),
        inflected_right=sum(one.is_inflected for one in right),
        wrong=tuple(wrong),
    )


def meaning_score(
    dictionaries: Dictionaries, analyst: Analyst, *, source: str, part: Part = "score"
) -> MeaningScore:
    """Where the right meaning stands. `source` is the name of a WordNet on the shelf."""
    gold = [one for one in judged() if _part(one.sentence) == part]
    glosses = {
        sentence: gloss(galleys()[sentence - 1], dictionaries, analyst=analyst)
        for sentence in {one.sentence for one in gold}
    }
    ours, own, wrong = [], [], []
    for one in gold:
        entry = glosses[one.sentence].words[number(one.sentence, one.written)]
        keys = [sense.key for sense in entry.senses if sense.source == source] if entry else []
        given = [
            found.meaning
            for base in ([entry.base] if entry else [])
            for found in dictionaries.meanings(base)
            if found.source == source and entry and found.meaning.part == entry.part
        ]
        own.append(_rank([meaning.key for meaning in given], one.keys))
        ours.append(_rank(keys, one.keys))
        if ours[-1] != 1:
            first = entry.senses[0].gloss if entry and entry.senses else "no entry"
            wrong.append(f"{one.sentence} {one.written}: {first} ({ours[-1]}, own {own[-1]})")
    return MeaningScore(
        words=len(gold),
        first=sum(rank == 1 for rank in ours),
        in_three=sum(1 <= rank <= 3 for rank in ours),
        own_first=sum(rank == 1 for rank in own),
        own_in_three=sum(1 <= rank <= 3 for rank in own),
        wrong=tuple(wrong),
    )


def coverage(galley: Galley, dictionaries: Dictionaries, analyst: Analyst) -> Coverage:
    """Which content words of a report have something to say.

    Numbers and words of grammar do not count, nor do names: a word with a capital that no
    dictionary has is one, whatever the analyst takes it for.
    """
    readings = analyst.read(galley)
    glosses = gloss(galley, dictionaries, analyst=analyst)
    content = [
        one
        for one in readings
        if one.kind == "content"
        and any(map(str.isalpha, one.written))
        and folded(one.written) not in SILENT
        and (one.written[:1].islower() or dictionaries.meanings(one.written))
        and not any(one.written == other.written and other.kind == "name" for other in readings)
    ]
    missing = [one.written for one in content if not glosses.of(one.number)]
    return Coverage(len(content), len(content) - len(missing), tuple(missing))


@cache
def galleys() -> tuple[Galley, ...]:
    """Each gold sentence as a report of its own, at the index that is its number less one."""
    plain = [_MARKED.sub(lambda found: found["word"], line) for line in _lines("sentences.txt")]
    return tuple(compose_text((("paragraph", text),), language="en") for text in plain)


@cache
def base_forms() -> tuple[BaseForm, ...]:
    return tuple(
        BaseForm(
            sentence,
            found["word"],
            frozenset(
                folded(found["word"] if base == "=" else base) for base in found["bases"].split("|")
            ),
        )
        for sentence, line in enumerate(_lines("sentences.txt"), 1)
        for found in _MARKED.finditer(line)
    )


@cache
def judged() -> tuple[Judged, ...]:
    return tuple(
        Judged(int(sentence), written, frozenset(keys.split(" ")))
        for sentence, written, _, _, keys in (line.split("\t") for line in _lines("meanings.tsv"))
    )


@cache
def number(sentence: int, written: str) -> int:
    """The number in its galley of the first word of a gold sentence that is written so."""
    (line,) = galleys()[sentence - 1].lines
    return next(
        word.number
        for word in line.words
        if folded(line.text[word.start : word.end]) == folded(written)
    )


def _lines(name: str) -> Iterator[str]:
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _part(sentence: int) -> Part:
    if sentence > LAST_OF_FIRST:
        return "later"
    return "tuning" if sentence % 2 else "score"


def _rank(keys: list[str], right: frozenset[str]) -> int:
    """The place of the first right key from 1; 0 where none is."""
    return next((place for place, key in enumerate(keys, 1) if key in right), 0)
