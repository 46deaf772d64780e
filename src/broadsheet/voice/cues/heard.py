"""A galley and a timeline → its sentences and words in the order in which they are heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from broadsheet.galley.galley import Galley, Line, Sentence
from broadsheet.voice.timeline import Said, Timeline

# A shorter gap between two words is none to the eye: the first stays lit until the second.
_SHORTEST_GAP_MS = 120


@dataclass(frozen=True, slots=True)
class HeardWord:
    """The words `first` to `last` of a line, lit together; times in ms from the beginning."""

    start_ms: int
    end_ms: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """A sentence of the galley, said in one utterance or in several parts."""

    line: Line
    sentence: Sentence
    start_ms: int
    end_ms: int
    words: tuple[HeardWord, ...]

    @property
    def text_end(self) -> int:
        """Where its text ends in the line: the space after it is left out."""
        return self.sentence.start + len(
            self.line.text[self.sentence.start : self.sentence.end].rstrip()
        )


def heard(galley: Galley, timeline: Timeline) -> tuple[HeardSentence, ...]:
    """Every sentence of which a word is said, in the order in which it is first said.

    All words of such a sentence are in one of its `words` at least. What is said without standing
    in the galley, such as an opening line, is not among them.
    """
    parts: dict[int, list[Said]] = {}
    for said in timeline.said:
        if any(token.words for token in said.utterance.tokens):
            parts.setdefault(said.utterance.sentence, []).append(said)
    return tuple(_sentence(galley, number, said) for number, said in parts.items())


def milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _sentence(galley: Galley, number: int, parts: list[Said]) -> HeardSentence:
    line, sentence = galley.sentences[number]
    words = _words(sentence, parts)
    for word in sentence.words:
        if not any(one.first <= word.number <= one.last for one in words):
            _light_with_neighbour(words, word.number)
    return HeardSentence(
        line,
        sentence,
        milliseconds(parts[0].start),
        milliseconds(parts[-1].end),
        tuple(_without_gaps(words)),
    )


def _words(sentence: Sentence, parts: list[Said]) -> list[HeardWord]:
    """One for each token, or for each run of tokens that came from the same words."""
    own = {word.number for word in sentence.words}
    found: list[HeardWord] = []
    before: tuple[int, ...] = ()
    for said in parts:
        for token, (start, end) in zip(said.utterance.tokens, said.times, strict=True):
            words = tuple(number for number in token.words if number in own)
            if not words:
                continue
            start_ms = found.pop().start_ms if words == before else milliseconds(start)
            end_ms = max(start_ms + 1, milliseconds(end))
            found.append(HeardWord(start_ms, end_ms, min(words), max(words)))
            before = words
    return found


def _light_with_neighbour(words: list[HeardWord], number: int) -> None:
    """A word that is not said for itself is lit with the one before it, or else with the next."""
    at = max(
        (at for at, one in enumerate(words) if one.last < number),
        key=lambda at: words[at].last,
        default=min(range(len(words)), key=lambda at: words[at].first),
    )
    one = words[at]
    words[at] = replace(one, first=min(one.first, number), last=max(one.last, number))


def _without_gaps(words: list[HeardWord]) -> Iterator[HeardWord]:
    for word, following in pairwise(words):
        is_gap = 0 < following.start_ms - word.end_ms < _SHORTEST_GAP_MS
        yield replace(word, end_ms=following.start_ms) if is_gap else word
    yield words[-1]
