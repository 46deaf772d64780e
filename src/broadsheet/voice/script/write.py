"""A galley → the script of its reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from broadsheet.galley.galley import Galley, Line, Role, Sentence
from broadsheet.galley.words import word_spans
from broadsheet.voice.script import pauses
from broadsheet.voice.script.clauses import clauses
from broadsheet.voice.script.grammar.reading import reading_at
from broadsheet.voice.script.marks import SYMBOLS, ending
from broadsheet.voice.script.numbers import cardinal
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.read import read
from broadsheet.voice.script.said import Reading, Said
from broadsheet.voice.script.saying import Saying
from broadsheet.voice.script.sayings import Sayings
from broadsheet.voice.utterance import Ending, Script, Token, Utterance

# In the order in which a listener wants them. What is not here is not read: kickers, captions,
# titles of galleries, pull quotes and whom they come from.
_ORDER: tuple[tuple[Role, ...], ...] = (
    ("headline",),
    ("standfirst",),
    ("byline",),
    ("dateline",),
    ("heading", "paragraph", "item"),
    ("correction",),
)
SPOKEN = frozenset(role for roles in _ORDER for role in roles)
# PORT CITY, Maine (Courier) — : what a paragraph begins with, its town in capitals.
_DATELINE = re.compile(r"(?P<town>[A-Z][A-Z /.,'’-]{1,60}[A-Z])\b[^—–]{0,60}?\s?(?:[—–]|--?\s)")
_LONGEST_INITIALISM = 7  # letters; a line of capitals that is longer shouts
_BY = frozenset({"by", "BY", "By"})
_CORRECTION = re.compile(
    r"\s*(?:corrections?|corrected|clarifications?|updated?|editor.s note|retraction|retracted)\b",
    re.IGNORECASE,
)
_KINDS = {
    "clarification": "Clarification",
    "update": "Update",
    "note": "Editor's note",
    "retraction": "Retraction",
}
# A photographer is named with what they are, photography is by somebody.
_SOMEBODY = re.compile(r"\w(?:er|or|ist|ent|ant|man|woman|person|head|chief|intern|staff)s?$")


def write(galley: Galley, sayings: Sequence[Saying] = ()) -> Script:
    """What is said of a report, each spoken word with the galley words that it came from.

    Headline, standfirst, byline and dateline go before the body, the writers before everybody
    else with a byline; corrections come last, each after the word for its kind. What the newsroom
    says of a word goes before every rule. Reports in other languages than English are given word
    by word as they are written.

    Raises SayingError for a saying that no voice could follow.
    """
    lines = list(_in_order(galley))
    scribe = _Scribe(Sayings(sayings, language=galley.language), galley.language)
    utterances = [
        one
        for at, line in enumerate(lines)
        for one in scribe.line(line, _line_at(lines, at - 1), _line_at(lines, at + 1))
    ]
    if utterances:
        utterances[-1] = replace(utterances[-1], pause_after_ms=0)
    return Script(galley.language, tuple(utterances))


def _in_order(galley: Galley) -> Iterator[Line]:
    for roles in _ORDER:
        lines = [line for line in galley.lines if line.role in roles and any(line.words)]
        yield from sorted(lines, key=_is_no_writer)


def _is_no_writer(line: Line) -> bool:
    return line.role == "byline" and bool(line.label)


def _is_writer(line: Line | None) -> bool:
    return line is not None and line.role == "byline" and not line.label


def _line_at(lines: Sequence[Line], at: int) -> Line | None:
    return lines[at] if 0 <= at < len(lines) else None


@dataclass(frozen=True)
class _Scribe:
    """Writes down the lines of one report."""

    sayings: Sayings
    language: str

    def line(self, line: Line, before: Line | None, after: Line | None) -> Iterator[Utterance]:
        sentences = [one for one in line.sentences if one.words]
        if line.role == "correction" and self._is_english and not _CORRECTION.match(line.text):
            kind = _KINDS.get(line.label, "Correction")
            tokens = tuple(Token(word, ()) for word in kind.split())
            yield _utterance(line, sentences[0], tokens, ".", pauses.AFTER_CORRECTION_WORD)
        for sentence in sentences:
            passage = self._passage(line, sentence)
            said = self._said(passage)
            if sentence is sentences[0] and self._is_english:
                said = [*self._opening(line, before, after), *said]
            if not said:
                continue
            mark, pause_ms = _close(line, sentence, after)
            for words, end, silence in clauses(said, mark, pause_ms):
                tokens = tuple(_token(one, passage, sentence) for one in words)
                yield _utterance(line, sentence, tokens, end, silence)

    def _opening(self, line: Line, before: Line | None, after: Line | None) -> Reading:
        """By and and of a byline, or what somebody did; the number of an item."""
        if line.role == "item" and line.ordinal:
            first, *rest = cardinal(line.ordinal).split()
            number = [_unwritten(first.capitalize()), *map(_unwritten, rest)]
            return [*number[:-1], replace(number[-1], pause=":")]
        if line.role != "byline" or line.text.split(maxsplit=1)[0] in _BY:
            return []
        if line.label:
            return self._role(line.label)
        if before is None or before.role != "byline":
            return [_unwritten("By")]
        return [] if _is_writer(after) else [_unwritten("and")]

    def _role(self, role: str) -> Reading:
        passage = Passage(role, tuple(word_spans(role)))
        said = [replace(one, start=0, end=0, stop="") for one in self._said(passage)]
        return said if _SOMEBODY.search(role.strip()) else [*said, _unwritten("by")]

    @property
    def _is_english(self) -> bool:
        return self.language.casefold().partition("-")[0] == "en"

    def _passage(self, line: Line, sentence: Sentence) -> Passage:
        text = line.text[sentence.start : sentence.end]
        start = sentence.start
        spans = tuple((one.start - start, one.end - start) for one in sentence.words)
        return Passage(text, spans, _capitals_until(line, sentence, text))

    def _said(self, passage: Passage) -> Reading:
        if self._is_english:
            return read(passage, reading_at, SYMBOLS, self.sayings)
        return read(passage, _as_written, {}, self.sayings)


def _unwritten(word: str) -> Said:
    return Said(word, 0, 0)


def _as_written(passage: Passage, at: int) -> Reading:
    end = passage.end_of_word(at)
    return [Said(passage.text[at:end], at, end)]


def _close(line: Line, sentence: Sentence, after: Line | None) -> tuple[Ending, int]:
    """The melody of a sentence's end, and the silence behind it."""
    if _is_writer(line) and _is_writer(after):
        return ",", pauses.BETWEEN_NAMES
    mark = ending(line.text[sentence.words[-1].end : sentence.end])
    if sentence is not [one for one in line.sentences if one.words][-1]:
        return mark, pauses.AFTER_SENTENCE
    if after is not None and after.role == "correction" and line.role != "correction":
        return mark, pauses.BEFORE_CORRECTIONS
    if after is not None and after.role == "heading":
        return mark, pauses.BEFORE_HEADING
    return mark, pauses.AFTER_LINE[line.role]


def _capitals_until(line: Line, sentence: Sentence, text: str) -> int:
    """How far the sentence is written in capitals that mean nothing."""
    if line.text.isupper() and sum(map(str.isalpha, line.text)) > _LONGEST_INITIALISM:
        return len(text)
    town = _DATELINE.match(text) if sentence.start == 0 else None
    return town.end("town") if town else 0


def _token(said: Said, passage: Passage, sentence: Sentence) -> Token:
    words = tuple(sentence.words[at].number for at in passage.touched(said.start, said.end))
    return Token(said.text, words, said.ipa, said.pause)


def _utterance(
    line: Line, sentence: Sentence, tokens: tuple[Token, ...], end: Ending, pause_ms: int
) -> Utterance:
    return Utterance(
        line=line.number,
        sentence=sentence.number,
        tokens=tokens,
        ending=end,
        pause_after_ms=pause_ms,
    )
