"""A galley read with the dictionaries alone: for a machine without spaCy.

Each word is tried as each part of speech that a dictionary knows it as, in every form; how often
it was met as that and the words beside it decide. It does not parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from broadsheet.galley.galley import Galley, Sentence
from broadsheet.lexicon.base_form import base_forms, form_tag
from broadsheet.lexicon.closed_words import SILENT, SIMPLE
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.headline_case import in_sentence_case
from broadsheet.lexicon.irregular import IRREGULAR
from broadsheet.lexicon.reading import Reading
from broadsheet.lexicon.volume import Part

_PARTS: tuple[Part, ...] = ("noun", "verb", "adjective", "adverb")
_BASE_TAGS: dict[Part, str] = {"noun": "NN", "verb": "VB", "adjective": "JJ", "adverb": "RB"}
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTRACTION = re.compile(r".+(?:n't|'(?:ll|re|ve|d|m))")
_NUMBER = re.compile(r"[^A-Za-z]*\d")

_DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their some any no every each both all
    few many several most other another such one's""".split()
)
_PREPOSITIONS = frozenset(
    """of in on at by for with from into over under about after before between against during
    without through among across since until per via amid than as""".split()
)
_BEFORE_VERBS = frozenset(
    "to will would can could may might must shall should not n't did does do never let".split()
)
_SUBJECTS = frozenset("i you he she it we they who which that".split())
_BE = frozenset("is are was were be been being am".split())
_HAVE = frozenset("has have had having".split())
_DEGREES = frozenset("very more most so too less least quite".split())

_BY_ENDING: dict[str, tuple[Part, str]] = {
    "ly": ("adverb", "RB"),
    "ing": ("verb", "VBG"),
    "ed": ("verb", "VBD"),
    "al": ("adjective", "JJ"),
    "ic": ("adjective", "JJ"),
    "ous": ("adjective", "JJ"),
    "able": ("adjective", "JJ"),
}


@dataclass(frozen=True, slots=True)
class Guess:
    part: Part
    base: str
    tag: str
    weight: float


class PlainAnalyst:
    """Reads with the dictionaries' own morphology; `head`, `relation` and `governs` stay empty."""

    is_parser = False

    def __init__(self, dictionaries: Dictionaries) -> None:
        self._dictionaries = dictionaries

    def read(self, galley: Galley) -> tuple[Reading, ...]:
        readings: list[Reading] = []
        for line, sentence in galley.sentences:
            readings.extend(self._read_sentence(in_sentence_case(line, galley), sentence))
        return tuple(readings)

    def _read_sentence(self, text: str, sentence: Sentence) -> Iterator[Reading]:
        written = [
            _POSSESSIVE.sub("", text[word.start : word.end]) or text[word.start : word.end]
            for word in sentence.words
        ]
        before: Guess | None = None
        for place, word in enumerate(sentence.words):
            reading = self._fixed(word.number, written, place)
            if reading is None:
                best = max(self._weighed(written, place, before), key=lambda one: one.weight)
                reading = Reading(
                    number=word.number,
                    written=written[place],
                    base=best.base,
                    part=best.part,
                    tag=best.tag,
                    kind="content",
                )
                before = best
            else:
                before = Guess(reading.part, reading.base, reading.tag, 0.0)
            yield reading

    def _fixed(self, number: int, written: Sequence[str], place: int) -> Reading | None:
        """A word that needs no guess: a number, a word of grammar, a name."""
        word = written[place]
        small = folded(word)
        if _NUMBER.match(word):
            return Reading(number=number, written=word, base=word, part="", tag="CD", kind="number")
        if small in SILENT or small in SIMPLE or _CONTRACTION.fullmatch(small):
            base = next(iter(IRREGULAR["verb"].get(small, ())), small)
            is_verb = small in _BE | _HAVE
            return Reading(
                number=number,
                written=word,
                base=base if is_verb else small,
                part="verb" if is_verb else "",
                tag="",
                kind="function",
            )
        if word[:1].isupper() and self._is_name(written, place):
            known = self._dictionaries.meanings(word)
            return Reading(
                number=number,
                written=word,
                base=word,
                part="noun",
                tag="NNP",
                kind="name",
                name="" if known else "?",
            )
        return None

    def _is_name(self, written: Sequence[str], place: int) -> bool:
        """A capital makes a name in mid-sentence; at the beginning, where nothing else is known."""
        if place:
            return True
        known = self._dictionaries.meanings(written[place])
        if not known:
            return not any(True for part in _PARTS for _ in self._guesses(written[place], part))
        return all(found.meaning.headword[:1].isupper() for found in known)

    def _weighed(self, written: Sequence[str], place: int, before: Guess | None) -> Iterator[Guess]:
        previous = folded(written[place - 1]) if place else ""
        following = folded(written[place + 1]) if place + 1 < len(written) else ""
        found = False
        for part in _PARTS:
            for guess in self._guesses(written[place], part):
                found = True
                weight = guess.weight + _fits(guess, previous, following, before)
                yield Guess(guess.part, guess.base, guess.tag, weight)
        if not found:
            yield _unknown(folded(written[place]))

    def _guesses(self, written: str, part: Part) -> Iterator[Guess]:
        word = folded(written)
        known = self._dictionaries
        if part in known.parts(word):
            yield Guess(part, word, _BASE_TAGS[part], log(1 + known.count(word, part)))
        for base in dict.fromkeys(base_forms(word, part, known)):
            if base != word and part in known.parts(base):
                tag = form_tag(word, base, part)
                # A form counts for less than its base: the count is of all forms together.
                yield Guess(part, base, tag, log(1 + known.count(base, part)) - 0.3)


def _fits(guess: Guess, previous: str, following: str, before: Guess | None) -> float:
    """What the words beside it say for a guess, in the same logarithms as its count."""
    score = _after_word(guess, previous)
    if score is None:
        score = _after_guess(guess, before)
    if following in _DETERMINERS and guess.part == "verb":
        score += 1.0
    if guess.part == "adjective" and (following in _DETERMINERS | _PREPOSITIONS or not following):
        score -= 1.0
    return score


def _after_word(guess: Guess, previous: str) -> float | None:
    """By the word of grammar that stands before; None where none does."""
    is_finite = guess.tag in {"VB", "VBZ", "VBD"}
    is_participle = guess.tag in {"VBG", "VBN", "VBD"}
    is_describing = guess.part in {"adjective", "adverb"}
    for words, is_fitting, gain, loss in (
        (_BEFORE_VERBS, guess.tag == "VB", 3.0, -2.0),
        (_DETERMINERS, guess.part == "noun", 1.0, -3.0 if is_finite else 0.0),
        (_PREPOSITIONS, not is_finite, 0.0, -2.5),
        (_SUBJECTS, is_finite, 2.0, -1.0 if guess.part == "noun" else 0.0),
        (_BE, is_participle or guess.part == "adjective", 2.0, -0.5),
        (_HAVE, is_participle and guess.tag != "VBG", 2.5, 0.0),
        (_DEGREES, is_describing, 2.0, -1.0),
    ):
        if previous in words:
            return gain if is_fitting else loss
    return None


def _after_guess(guess: Guess, before: Guess | None) -> float:
    if before and before.part == "adjective":
        return 1.5 if guess.part == "noun" else -2.0 * (guess.part == "verb")
    if before and before.part == "noun":
        return 1.0 if guess.tag in {"VBD", "VBZ", "NNS"} else 0.0
    return 0.0


def _unknown(word: str) -> Guess:
    """A word that no dictionary has, by its ending."""
    for ending, (part, tag) in _BY_ENDING.items():
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return Guess(part, word, tag, 0.0)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4:
        return Guess("noun", word[:-1], "NNS", 0.0)
    return Guess("noun", word, "NN", 0.0)
