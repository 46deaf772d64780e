"""Words of a sentence that have one meaning together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.glossary import GlossaryEntry
from broadsheet.lexicon.reading import Reading

MOST_WORDS = 6
_ARTICLES = {"a", "an", "the"}
_OWNERS = {"my", "your", "his", "her", "its", "our", "their", "one's"}
_PARTICLES = frozenset(
    "up out off on in down away back over through apart together forward along around about".split()
)
_WITHIN_OBJECT = frozenset(
    """a an the his her its their our my your this that these those it them him us me you all some
    any""".split()
)
_LONGEST_OBJECT = 4
# Dictionaries have these as terms of sport and law; in a newspaper they are what they say.
_PLAIN_WORDS = frozenset({"first half", "second half", "final decision", "last minute", "in this"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A headword of several words, and the numbers of the galley words that it was found in."""

    headword: str
    words: tuple[int, ...]


class Finder:
    """Finds units in the readings of one sentence after another."""

    def __init__(self, dictionaries: Dictionaries, glossary: Sequence[GlossaryEntry]) -> None:
        self._dictionaries = dictionaries
        self._glossary = glossary

    def glossary(
        self, readings: Sequence[Reading]
    ) -> Iterator[tuple[GlossaryEntry, tuple[int, ...]]]:
        """The newsroom's own, the longest first where two begin at one word."""
        at = 0
        while at < len(readings):
            found = self._glossary_at(readings, at)
            if found:
                yield found, tuple(one.number for one in readings[at : at + len(found.words)])
            at += len(found.words) if found else 1

    def phrases(self, readings: Sequence[Reading]) -> Iterator[Phrase]:
        """The dictionaries' own, each word in one at most, the longest first."""
        taken: set[int] = set()
        candidates = [*self._together(readings), *self._separated(readings)]
        for phrase in sorted(candidates, key=lambda one: (-len(one.words), one.words)):
            if not taken & set(phrase.words):
                taken.update(phrase.words)
                yield phrase

    @cached_property
    def _by_first(self) -> dict[str, list[GlossaryEntry]]:
        found: dict[str, list[GlossaryEntry]] = {}
        for entry in sorted(self._glossary, key=lambda one: -len(one.words)):
            if entry.words:
                found.setdefault(entry.words[0], []).append(entry)
        return found

    def _glossary_at(self, readings: Sequence[Reading], at: int) -> GlossaryEntry | None:
        for first in {folded(readings[at].written), folded(readings[at].base)}:
            for entry in self._by_first.get(first, ()):
                here = readings[at : at + len(entry.words)]
                if len(here) == len(entry.words) and all(
                    wanted in {folded(one.written), folded(one.base)}
                    and not (
                        entry.phrase[:1].isupper()
                        and one.written[:1].islower()
                        and wanted.isalpha()
                    )
                    for wanted, one in zip(entry.words, here, strict=True)
                ):
                    return entry
        return None

    def _together(self, readings: Sequence[Reading]) -> Iterator[Phrase]:
        for at, first in enumerate(readings):
            for spelling in dict.fromkeys((folded(first.written), folded(first.base))):
                known = self._dictionaries.phrases(spelling)
                if not known:
                    continue
                for length in range(min(MOST_WORDS, len(readings) - at), 1, -1):
                    here = readings[at : at + length]
                    headword = next((one for one in _spellings(spelling, here) if one in known), "")
                    if headword and self._is_meant(headword, here):
                        yield Phrase(headword, tuple(one.number for one in here))
                        break

    def _is_meant(self, headword: str, here: Sequence[Reading]) -> bool:
        """Whether a verb phrase begins with a verb and a noun phrase with none."""
        if headword in _PLAIN_WORDS:
            return False
        parts = self._dictionaries.parts(headword)
        if parts == {"verb"}:
            return here[0].part == "verb" and (len(here) > 2 or here[1].kind != "name")
        if any(one.kind == "number" for one in here) or all(one.kind == "function" for one in here):
            return False
        if parts == {"noun"}:
            return here[0].part != "verb" or here[0].tag in {"VBG", "VBN"}
        return True

    def _separated(self, readings: Sequence[Reading]) -> Iterator[Phrase]:
        """A verb and its particle with a simple object between: carry the plan out."""
        for at, verb in enumerate(readings):
            if verb.part != "verb":
                continue
            known = self._dictionaries.phrases(verb.base)
            for place in range(at + 2, min(at + 2 + _LONGEST_OBJECT, len(readings))):
                particle = readings[place]
                headword = f"{folded(verb.base)} {folded(particle.written)}"
                if (
                    folded(particle.written) in _PARTICLES
                    and headword in known
                    and _is_particle_of(verb, particle)
                    and all(_is_in_object(one) for one in readings[at + 1 : place])
                ):
                    yield Phrase(headword, (verb.number, particle.number))


def _is_particle_of(verb: Reading, particle: Reading) -> bool:
    return (
        particle.relation == "prt" and particle.head == verb.number if particle.relation else True
    )


def _is_in_object(one: Reading) -> bool:
    return (
        one.part in {"noun", "adjective"}
        or one.kind in {"name", "number"}
        or folded(one.written) in _WITHIN_OBJECT
    )


def _spellings(first: str, here: Sequence[Reading]) -> Iterator[str]:
    """How the words could stand in a dictionary: as written, in base form, with its own article."""
    written = [folded(one.written) for one in here[1:]]
    bases = [folded(one.base) for one in here[1:]]
    yield " ".join([first, *written])
    yield " ".join([first, *bases])
    yield " ".join([first, *written[:-1], bases[-1]])
    if len(here) > 2:
        if set(written[:-1]) & _OWNERS:
            yield " ".join([first, *("one's" if one in _OWNERS else one for one in written)])
        if written[0] in _ARTICLES:
            for article in ("a", "an", "the"):
                yield " ".join([first, article, *bases[1:]])
