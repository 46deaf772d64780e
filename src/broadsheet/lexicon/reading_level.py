"""A report → how hard it is to read, and which of its words make it so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.closed_words import SILENT, SIMPLE
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.reading import Reading
from broadsheet.lexicon.syllables import syllables

Level = Literal["A1", "A2", "B1", "B2", "C1", "C2"]

# A word is of the level whose bound its Zipf value reaches: wordfreq's 16,000th most common word
# has the first, the 8,000th the second, then the 4,000th, the 2,000th and the 1,000th.
_LEVELS: tuple[Level, ...] = ("C2", "C1", "B2", "B1", "A2", "A1")
_BOUNDS = (3.45, 3.93, 4.34, 4.71, 5.03)
RARE_BELOW_ZIPF = 3.5
# A reader follows a text when 95 of 100 running words are known (Laufer and
# Ravenhorst-Kalovski 2010).
KNOWN_SHARE = 0.95
# Of fewer words the rarest alone would decide.
FEWEST_WORDS = 60
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
READ = frozenset({"headline", "standfirst", "heading", "paragraph", "item", "quote", "correction"})


@dataclass(frozen=True, slots=True)
class RareWord:
    """A rare word by its base form, its Zipf value, and where it stands by galley word number."""

    base: str
    zipf: float | None
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLevel:
    """`grade` is the Flesch-Kincaid grade (1975): years of an American school.

    `level` is the lowest level of the Common European Framework at which 95 of 100 running words
    are known, names and numbers left out, by how common the words are; None where no dictionary
    counts uses and for texts of under 60 words. `rare` runs from the rarest; `rare_share` is of
    running words, from 0 to 1.
    """

    words: int
    sentences: int
    words_per_sentence: float
    grade: float
    level: Level | None
    rare_share: float
    rare: tuple[RareWord, ...]


def reading_level(
    galley: Galley, readings: tuple[Reading, ...], dictionaries: Dictionaries
) -> ReadingLevel:
    """Of the lines that are read through: captions, bylines and furniture do not count.

    `readings` are an analyst's for this galley.
    """
    lines = [line for line in galley.lines if line.role in READ]
    sentences = [sentence for line in lines for sentence in line.sentences if sentence.words]
    numbers = [word.number for sentence in sentences for word in sentence.words]
    if not numbers:
        return ReadingLevel(
            words=0,
            sentences=0,
            words_per_sentence=0.0,
            grade=0.0,
            level=None,
            rare_share=0.0,
            rare=(),
        )
    length = len(numbers) / len(sentences)
    spoken = sum(syllables(readings[number].written, dictionaries) for number in numbers)
    zipfs = {number: zipf_of(readings[number], dictionaries) for number in numbers}
    rare = _rare(readings, zipfs)
    is_judged = dictionaries.counts_uses and len(numbers) >= FEWEST_WORDS
    return ReadingLevel(
        words=len(numbers),
        sentences=len(sentences),
        words_per_sentence=round(length, 1),
        grade=round(max(0.0, 0.39 * length + 11.8 * spoken / len(numbers) - 15.59), 1),
        level=_level(list(zipfs.values())) if is_judged else None,
        rare_share=round(sum(len(one.words) for one in rare) / len(numbers), 3),
        rare=rare,
    )


def word_level(zipf: float) -> Level:
    """The level at which a word with this Zipf value is likely to be known."""
    return _LEVELS[bisect_right(_BOUNDS, zipf)]


def zipf_of(reading: Reading, dictionaries: Dictionaries) -> float:
    """How common a word is, by its base form or as printed, whichever is more common.

    Names, numbers and words of grammar count as known, which is 7; a word that nobody counted is
    0, or a name where it has a capital.
    """
    written = folded(reading.written)
    if reading.kind in {"name", "number", "function"} or written in SILENT or written in SIMPLE:
        return 7.0
    if not written.isalpha() and not _LETTERS.fullmatch(written):
        return 7.0
    found = [dictionaries.zipf(reading.base), dictionaries.zipf(written)]
    if "-" in written and not any(found):
        parts = [dictionaries.zipf(part) or 0.0 for part in written.split("-") if part]
        return min(parts, default=0.0)
    if not any(found) and reading.written[:1].isupper():
        return 7.0
    return max((one for one in found if one is not None), default=0.0)


def _level(zipfs: list[float]) -> Level:
    ordered = sorted(zipfs)
    return word_level(ordered[min(int(len(ordered) * (1 - KNOWN_SHARE)), len(ordered) - 1)])


def _rare(readings: tuple[Reading, ...], zipfs: dict[int, float]) -> tuple[RareWord, ...]:
    found: dict[str, list[int]] = {}
    for number, zipf in zipfs.items():
        if zipf < RARE_BELOW_ZIPF:
            found.setdefault(readings[number].base, []).append(number)
    words = (
        RareWord(base, min(zipfs[number] for number in numbers) or None, tuple(numbers))
        for base, numbers in found.items()
    )
    return tuple(sorted(words, key=lambda one: (one.zipf or 0.0, one.words)))
