"""A galley → what its words mean, with the sentence and the report at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.affixes import pieces
from broadsheet.lexicon.base_form import base_form, base_forms, form_tag
from broadsheet.lexicon.closed_words import SILENT, SIMPLE
from broadsheet.lexicon.dictionaries import Dictionaries, Found
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.forms import form_of
from broadsheet.lexicon.glossary import GlossaryEntry, Pin
from broadsheet.lexicon.glosses import Entry, Glosses, Piece, Sense, Unit
from broadsheet.lexicon.news_senses import NEWS_SENSES
from broadsheet.lexicon.phrases import Finder, Phrase
from broadsheet.lexicon.ranking import Context, context, ranked
from broadsheet.lexicon.reading import Analyst, Reading
from broadsheet.lexicon.volume import Meaning, Part

# With six meanings of a word and every example a report of 1,250 words weighs 50 kB compressed;
# so it weighs 41. The right meaning is hardly ever the fifth, and an editor can pin any.
MOST_SENSES = 5
MOST_OF_OTHER_PARTS = 1
MOST_EXAMPLES = 3
_PARTS: tuple[Part, ...] = ("noun", "verb", "adjective", "adverb", "")
_PEOPLE = frozenset({"PERSON", "?"})


def _unsaid(_word: str) -> str:
    return ""


def gloss(
    galley: Galley,
    dictionaries: Dictionaries,
    glossary: Sequence[GlossaryEntry] = (),
    *,
    analyst: Analyst,
    pins: Sequence[Pin] = (),
    say: Callable[[str], str] = _unsaid,
) -> Glosses:
    """Entries for every word of the galley that has something to say.

    The glossary comes before all dictionaries. A name that neither knows, a number and most words
    of grammar have no entry. `say` gives the IPA of a word whose sound stands nowhere, or an empty
    text. The same arguments and shelf give the same glosses.
    """
    readings = analyst.read(galley)
    words: list[Entry | None] = []
    units: list[Unit] = []
    desk = _Desk(dictionaries, glossary, readings, pins, say)
    for _, sentence in galley.sentences:
        here = [readings[word.number] for word in sentence.words]
        entries, found = desk.sentence(here)
        words.extend(entries)
        units.extend(found)
    return Glosses(galley.language, tuple(words), tuple(units), dictionaries.sources)


class _Desk:
    """One report's look-ups."""

    def __init__(
        self,
        dictionaries: Dictionaries,
        glossary: Sequence[GlossaryEntry],
        readings: Sequence[Reading],
        pins: Sequence[Pin],
        say: Callable[[str], str],
    ) -> None:
        self._dictionaries = dictionaries
        self._finder = Finder(dictionaries, glossary)
        self._report = [one.base for one in readings if one.kind == "content"]
        self._people = _people(readings)
        self._languages = {one.name: one.gloss_language for one in dictionaries.sources}
        self._pins = {(folded(one.base), one.part): one for one in pins}
        self._say = say

    def sentence(self, here: Sequence[Reading]) -> tuple[list[Entry | None], list[Unit]]:
        around = context(
            [one.base for one in here if one.kind in {"content", "name"}],
            self._report,
            self._dictionaries,
        )
        own = [(entry, words) for entry, words in self._finder.glossary(here) if entry.gloss]
        units = [
            Unit(_glossary_entry(entry, self._sound(entry.phrase)), words) for entry, words in own
        ]
        owned = {number for entry, words in own if entry.is_alone for number in words}
        by_number = {one.number: one for one in here}
        for phrase in self._finder.phrases(here):
            if not owned & set(phrase.words):
                first = by_number[phrase.words[0]]
                units.append(Unit(self._phrase(phrase, first, by_number, around), phrase.words))
        # What North means is not asked of the North in North Korea.
        owned |= {
            number
            for unit in units
            if unit.entry.base[:1].isupper() and _is_name(unit, by_number)
            for number in unit.words
        }
        entries = [None if one.number in owned else self.word(one, around) for one in here]
        return entries, sorted(units, key=lambda unit: unit.words)

    def word(self, reading: Reading, around: Context) -> Entry | None:
        written = folded(reading.written)
        if written in SILENT or reading.kind == "number" or not any(map(str.isalpha, written)):
            return None
        if reading.kind == "function":
            return self._grammar(reading, around)
        if reading.kind == "name" or reading.written in self._people:
            return self._name(reading, around)
        reading = self._fitted(reading)
        return self._known(reading.base, reading, around) or self._made(reading, around)

    def _fitted(self, reading: Reading) -> Reading:
        """The reading, or where no dictionary knows the word as that the likeliest other one."""
        known = self._dictionaries
        if reading.part in known.parts(reading.base):
            return reading
        word = folded(reading.written)
        others = [
            (known.count(base, part), part, base)
            for part in _PARTS[:4]
            for base in (word, *base_forms(word, part, known))
            if part in known.parts(base)
        ]
        if not others:
            return reading
        _, part, base = max(others, key=lambda one: one[0])
        return replace(reading, part=part, base=base, tag=form_tag(word, base, part))

    def _grammar(self, reading: Reading, around: Context) -> Entry | None:
        written = folded(reading.written)
        if written in SIMPLE:
            return Entry(
                kind="grammar",
                base=written,
                ipa=self._sound(written),
                zipf=self._dictionaries.zipf(written),
                senses=(Sense(SIMPLE[written], "", ""),),
            )
        return self._known(written, reading, around)

    def _name(self, reading: Reading, around: Context) -> Entry | None:
        """A name that a dictionary knows as a name, or a common word that stands in a name."""
        known = self._dictionaries.meanings(reading.written)
        if reading.name in _PEOPLE or reading.written in self._people:
            return None
        as_name = [one for one in known if one.meaning.headword[:1].isupper()]
        if as_name:
            return self._entry(reading.written, reading, around, as_name, part="noun")
        base = base_form(reading.written, "noun", "NN", self._dictionaries)
        part: Part = "noun" if "noun" in self._dictionaries.parts(base) else "adjective"
        if reading.name not in {"", "ORG", "EVENT", "LAW", "FAC"} or reading.written.isupper():
            return None
        if self._dictionaries.count(base, part) < 5:
            return None
        common = [one for one in self._dictionaries.meanings(base) if one.meaning.part == part]
        return self._entry(base, reading, around, common, part=part) if common else None

    def _known(self, base: str, reading: Reading, around: Context) -> Entry | None:
        known = self._dictionaries.meanings(base)
        written = folded(reading.written)
        if written != folded(base):
            # talks and arms are headwords of their own beside talk and arm.
            plural = reading.tag in {"NNS", "NNPS"} and self._own(written, "noun")
            known = (*(plural or ()), *known) if plural or known else self._own(written, "")
        return self._entry(base, reading, around, known, part=reading.part) if known else None

    def _own(self, written: str, part: Part) -> tuple[Found, ...]:
        return tuple(
            found
            for found in self._dictionaries.meanings(written)
            if not part or (found.meaning.part == part and not found.meaning.headword[:1].isupper())
        )

    def _entry(
        self,
        base: str,
        reading: Reading,
        around: Context,
        known: Sequence[Found],
        *,
        part: Part,
    ) -> Entry:
        if all(one.meaning.headword[:1].isupper() for one in known):
            base = known[0].meaning.headword
        elif reading.kind != "name":
            known = _without_names(known, is_small=reading.written[:1].islower())
        senses = tuple(self._senses(base, reading, around, known, part))
        return Entry(
            kind="word",
            base=base,
            form=form_of(reading.written, base, reading.tag),
            part=part,
            ipa=self._sound(reading.written) or self._sound(base),
            zipf=self._dictionaries.zipf(base),
            senses=senses,
            is_pinned=self._is_pinned(base, part, senses),
        )

    def _phrase(
        self, phrase: Phrase, first: Reading, here: dict[int, Reading], around: Context
    ) -> Entry:
        known = self._dictionaries.meanings(phrase.headword)
        parts = {one.meaning.part for one in known}
        part = first.part if first.part in parts else known[0].meaning.part
        printed = " ".join(here[number].written for number in phrase.words)
        headword = next(
            (one.meaning.headword for one in known if one.meaning.headword == printed),
            known[0].meaning.headword,
        )
        # What is bent of draw a line is its first word, and of nuclear weapon its last.
        bent = first if part == "verb" else here[phrase.words[-1]]
        senses = tuple(self._senses(headword, first, around, known, part))
        return Entry(
            kind="phrase",
            base=headword,
            form=form_of(printed, headword, bent.tag) if part in {"verb", "noun"} else "",
            part=part,
            ipa=self._sound(printed) or self._sound(headword),
            zipf=self._dictionaries.zipf(headword),
            senses=senses,
            is_pinned=self._is_pinned(headword, part, senses),
        )

    def _made(self, reading: Reading, around: Context) -> Entry | None:
        """A word told by its pieces; the meanings are those of the rarest word in it."""
        found = pieces(folded(reading.base), self._is_word)
        if not found and reading.base != folded(reading.written):
            found = pieces(folded(reading.written), self._is_word)
        stems = [piece.written for piece in found if not piece.gloss]
        if not stems:
            return None
        filled = tuple(
            piece if piece.gloss else Piece(piece.written, self._first_gloss(piece.written, around))
            for piece in found
        )
        return Entry(
            kind="parts",
            base=reading.base,
            form=form_of(reading.written, reading.base, reading.tag),
            part=reading.part,
            ipa=self._sound(reading.written),
            zipf=self._dictionaries.zipf(reading.base),
            pieces=filled,
        )

    def _is_word(self, word: str) -> bool:
        zipf = self._dictionaries.zipf(word)
        return bool(self._dictionaries.meanings(word)) and (zipf is None or zipf > 2.0)

    def _first_gloss(self, word: str, around: Context) -> str:
        known = self._dictionaries.meanings(word)
        counted = max(
            _PARTS, key=lambda part: (self._dictionaries.count(word, part), -_PARTS.index(part))
        )
        part = counted if self._dictionaries.count(word, counted) else known[0].meaning.part
        reading = Reading(number=0, written=word, base=word, part=part, tag="", kind="content")
        return next(iter(self._senses(word, reading, around, known, part))).gloss

    def _senses(
        self, base: str, reading: Reading, around: Context, known: Sequence[Found], part: Part
    ) -> Iterator[Sense]:
        """Of each language the first dictionary that knows it: a second would say it twice."""
        pin = self._pins.get((folded(base), part))
        told: set[str] = set()
        for name, language in self._languages.items():
            own = [one for one in known if one.source == name]
            if not own or language in told:
                continue
            told.add(language)
            order = self._ordered(own, base, reading, around, part)
            chosen = [one for one in own if pin and _is_meant(pin, name, one.meaning.gloss)][:1]
            order = [*chosen, *(one for one in order if one not in chosen)]
            for place, found in enumerate(order[:MOST_SENSES]):
                yield self._sense(found.meaning, name, base, is_brief=place >= MOST_EXAMPLES)

    def _is_pinned(self, base: str, part: Part, senses: Sequence[Sense]) -> bool:
        pin = self._pins.get((folded(base), part))
        return bool(pin and senses) and _is_meant(pin, senses[0].source, senses[0].gloss)

    def _ordered(
        self, own: Sequence[Found], base: str, reading: Reading, around: Context, part: Part
    ) -> list[Found]:
        fitting = [one for one in own if one.meaning.part == part]
        others = [one for one in own if one.meaning.part != part]
        as_printed = [one for one in fitting if folded(one.meaning.headword) != folded(base)]
        fitting = [one for one in fitting if one not in as_printed]
        ordered = list(ranked(fitting, reading, around, self._dictionaries))
        for one in as_printed:
            # Talks are negotiations; but hands are hardly ever workers.
            ordered.insert(0 if one.meaning.key in NEWS_SENSES else 2, one)
        if not ordered:
            return others
        other = sorted(others, key=lambda one: (-one.meaning.count, one.meaning.order))
        room = MOST_SENSES - len(other[:MOST_OF_OTHER_PARTS])
        return [*ordered[:room], *other[:MOST_OF_OTHER_PARTS]]

    def _sense(self, meaning: Meaning, source: str, base: str, *, is_brief: bool) -> Sense:
        return Sense(
            gloss=meaning.gloss,
            part=meaning.part,
            source=source,
            example="" if is_brief else meaning.example,
            simpler=() if is_brief else tuple(self._simpler(meaning.synonyms, base)),
            key=meaning.key,
        )

    def _simpler(self, synonyms: Iterable[str], base: str) -> Iterable[str]:
        own = self._dictionaries.zipf(base) or 0.0
        common = [(self._dictionaries.zipf(one) or 0.0, one) for one in synonyms]
        best = sorted((one for one in common if one[0] > own), key=lambda one: -one[0])
        return (word for _, word in best[:2])

    def _sound(self, phrase: str) -> str:
        words = folded(phrase).split()
        sounds = [self._dictionaries.pronunciation(word) or self._say(word) for word in words]
        return " ".join(sounds) if sounds and all(sounds) else ""


def _is_meant(pin: Pin | None, source: str, gloss: str) -> bool:
    return pin is not None and (pin.source, pin.gloss) == (source, gloss)


def _without_names(known: Sequence[Found], *, is_small: bool) -> list[Found]:
    """The meanings without those of names: for a word in small letters, and for one with a
    capital that may only begin a sentence, where the first dictionary knows it as a word."""
    words = [one for one in known if not one.meaning.headword[:1].isupper()]
    is_word = any(one.source == known[0].source for one in words)
    return words if is_small or is_word else list(known)


def _is_name(unit: Unit, here: Mapping[int, Reading]) -> bool:
    return all(here[number].written[:1].isupper() for number in unit.words)


def _people(readings: Sequence[Reading]) -> frozenset[str]:
    """Words that are a person's name somewhere in the report and are never written small."""
    named = {one.written for one in readings if one.name == "PERSON" and one.kind == "name"}
    small = {one.written for one in readings if one.written[:1].islower()}
    titles = {one.written for one in readings if one.kind == "content"} - {
        one.written for one in readings if one.kind == "name"
    }
    return frozenset(one for one in named if one.lower() not in small) - titles


def _glossary_entry(entry: GlossaryEntry, sound: str) -> Entry:
    return Entry(
        kind="glossary",
        base=entry.phrase,
        ipa=entry.ipa or sound,
        senses=(Sense(entry.gloss, "", ""),),
        name_kind=entry.kind,
        path=entry.path,
    )
