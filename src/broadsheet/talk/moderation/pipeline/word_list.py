"""The newsroom's words → where a text holds one of them, however it is dressed up.

A word is met between borders of words, so that none is found in the middle of a harmless one. Case,
width, accents on top, letters of other scripts that look alike, digits for letters, letters written
many times, marks between letters and letters spaced out hide nothing; Hangul is compared jamo by
jamo, and a Korean word may carry particles. `*` at the end or the beginning of an entry stands for
anything within the word: `scoundrel*`. Han and kana have no borders, so those are met anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from broadsheet.talk.moderation.pipeline.letters import Letter, Script, letters
from broadsheet.talk.moderation.pipeline.particles import are_particles

# So many signs or gaps in a row may stand between two letters of a word.
_MOST_SKIPPED = 3
_LONGEST_ENTRY = 120
# What people put behind a Korean word to laugh or to cry, and single words that stand beside one.
_LAUGHTER = "ㅋㅎㅠㅜㅡ"
_LOOSE = frozenset("iauo")
_LONGEST_TAIL = 18


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as it was listed, and the offsets of what it was found in."""

    word: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    below: dict[str, _Node] = field(default_factory=dict)
    closed: str = ""
    open: str = ""


class _Way(NamedTuple):
    """How far a word is matched. `surplus` counts letters less signs: `A55` is a road."""

    node: int
    surplus: int = 0
    is_spaced_out: bool = False


class WordList:
    """Entries, ready to be looked for. An entry without a letter is found nowhere."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._bordered, self._anywhere = _Node(), _Node()
        self._nodes = {id(root): root for root in (self._bordered, self._anywhere)}
        self.entries = tuple(entries)
        for entry in self.entries:
            self._add(entry)
        self._starts = {*self._bordered.below, *self._anywhere.below}

    def find(self, text: str) -> tuple[Found, ...]:
        """What is found, in the order of the text, the longest at each place.

        Costs at most a fixed amount for each character, which grows with the longest entry.
        """
        if not self._starts:
            return ()
        written = _Written(letters(text))
        found = []
        for at, letter in enumerate(written.letters):
            if self._starts.isdisjoint(letter.reads_as):
                continue
            here = [
                one
                for root in self._roots(written, at)
                if (one := self._longest(root, written, at)) is not None
            ]
            if here:
                found.append(max(here, key=lambda one: one.end))
        return tuple(found)

    def _roots(self, written: _Written, at: int) -> list[_Node]:
        letter = written.letters[at]
        if not letter.is_first or (letter.is_gap and not letter.is_sign):
            return []
        roots = [self._anywhere, *([self._bordered] if written.begins(at) else [])]
        return [root for root in roots if any(one in root.below for one in letter.reads_as)]

    def _longest(self, root: _Node, written: _Written, at: int) -> Found | None:
        ways = {_Way(id(root))}
        longest, skipped = None, 0
        for now in range(at, len(written.letters)):
            stepped = {one for way in ways for one in self._step(way, written.letters[now])}
            for way in stepped:
                word = self._word(way, written, at, now)
                if word:
                    longest = Found(word, written.letters[at].start, written.letters[now].end)
            kept = written.skip(ways, now) if now > at and skipped < _MOST_SKIPPED else set()
            skipped = skipped + 1 if kept else 0
            ways = stepped | kept
            if not ways:
                break
        return longest

    def _step(self, way: _Way, letter: Letter) -> Iterable[_Way]:
        for n, reading in enumerate(letter.reads_as):
            node = self._nodes[way.node].below.get(" " if letter.is_gap and n == 0 else reading)
            if node is None:
                continue
            worth = -1 if letter.is_sign and n > 0 else 1
            yield _Way(id(node), way.surplus + worth, way.is_spaced_out)
            if letter.is_stretched and (second := node.below.get(reading)):
                yield _Way(id(second), way.surplus + worth, way.is_spaced_out)

    def _word(self, way: _Way, written: _Written, at: int, now: int) -> str:
        node = self._nodes[way.node]
        if way.surplus < 0 or not written.letters[now].is_last:
            return ""
        if way.is_spaced_out and not written.is_whole_run(at, now):
            return ""
        if node.open:
            return node.open
        return node.closed if node.closed and written.ends(now) else ""

    def _add(self, entry: str) -> None:
        bare = entry.strip()[:_LONGEST_ENTRY]
        is_open, is_anywhere = bare.endswith("*"), bare.startswith("*")
        spelled = _spelled(bare.strip("*"))
        if not spelled.strip():
            return
        is_unspaced = any(one.script is Script.UNSPACED for one in letters(bare))
        node = self._anywhere if is_anywhere or is_unspaced else self._bordered
        for letter in spelled:
            node = node.below.setdefault(letter, _Node())
            self._nodes[id(node)] = node
        if is_open or is_unspaced:
            node.open = node.open or entry
        else:
            node.closed = node.closed or entry


def _spelled(entry: str) -> str:
    """An entry letter by letter. One that stretches a letter is met stretched or doubled."""
    return "".join(
        " " if one.is_gap else one.reads_as[0] * (2 if one.is_stretched else 1)
        for one in letters(entry)
    )


class _Written:
    """The letters of a text with the borders between its words."""

    def __init__(self, found: tuple[Letter, ...]) -> None:
        self.letters = found
        self._run_of = _runs_of_single_letters(found)

    def begins(self, at: int) -> bool:
        return at == 0 or self._is_border(at)

    def ends(self, now: int) -> bool:
        """A word may end with the letter `now`, particles and laughter behind it aside."""
        if now + 1 == len(self.letters) or self._is_border(now + 1):
            return True
        if self.letters[now].script is not Script.HANGUL:
            return False
        tail = self._tail(now + 1)
        return are_particles(tail) or are_particles(tail.rstrip(_LAUGHTER))

    def skip(self, ways: set[_Way], now: int) -> set[_Way]:
        """The same ways past a mark, a digit within Hangul, or a space within spaced letters."""
        letter = self.letters[now]
        if letter.joins or (letter.is_sign and self.letters[now - 1].script is Script.HANGUL):
            return ways
        if letter.is_gap and now in self._run_of:
            return {_Way(way.node, way.surplus, is_spaced_out=True) for way in ways}
        return set()

    def is_whole_run(self, at: int, now: int) -> bool:
        """From `at` to `now` is all of a run of single letters, or all but a short word at an end.

        `U S A S S R` holds no word that one would mind.
        """
        first, last = self._run_of.get(at, (at, now))
        return self._is_loose(first, at) and self._is_loose(now + 1, last + 1)

    def _is_loose(self, start: int, end: int) -> bool:
        between = [one.reads_as[0] for one in self.letters[start:end] if not one.is_gap]
        return not between or (len(between) == 1 and between[0] in _LOOSE)

    def _is_border(self, at: int) -> bool:
        before, here = self.letters[at - 1], self.letters[at]
        if before.is_gap or here.is_gap or before.is_sign or here.is_sign:
            return True
        return before.script is not here.script

    def _tail(self, at: int) -> str:
        end = at
        while (
            end < len(self.letters)
            and end - at <= _LONGEST_TAIL
            and (end == at or not self._is_border(end))
        ):
            end += 1
        return "".join(one.reads_as[0] for one in self.letters[at:end])


def _runs_of_single_letters(found: tuple[Letter, ...]) -> dict[int, tuple[int, int]]:
    """Where words of one character each follow one another: place → first and last place."""
    words = _words(found)
    runs: dict[int, tuple[int, int]] = {}
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end][2]:
            end += 1
        if end - start > 1:
            first, last = words[start][0], words[end - 1][1]
            runs.update(dict.fromkeys(range(first, last + 1), (first, last)))
        start = end + 1
    return runs


def _words(found: tuple[Letter, ...]) -> list[tuple[int, int, bool]]:
    """Each word's first and last place, and whether it is a single character."""
    words: list[tuple[int, int, bool]] = []
    start = -1
    for at, letter in enumerate((*found, Letter(" ", 0, 0, is_gap=True))):
        is_between = letter.is_gap and not letter.is_sign
        if not is_between and start < 0:
            start = at
        elif is_between and start >= 0:
            single = sum(one.is_first for one in found[start:at]) == 1
            words.append((start, at - 1, single and not found[start].is_stretched))
            start = -1
    return words
