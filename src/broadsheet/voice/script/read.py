"""A sentence → what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.quotations import Quotations
from broadsheet.voice.script.said import Reading, Said, spoken
from broadsheet.voice.script.sayings import Sayings

Rule = Callable[[Passage, int], Reading]


def read(passage: Passage, rule: Rule, signs: Mapping[str, str], sayings: Sayings) -> Reading:
    """Every spoken word in order, with what is heard of the marks between the words.

    `rule` tells what is said at a place where the newsroom has no saying; `signs` are
    the names of the signs that are said.
    The marks behind the last word are left to who asks for the sentence's melody.
    """
    said: Reading = []
    quotations = Quotations(signs)
    at = 0
    for start, end in passage.words:
        if at >= end:
            continue
        if at < start:
            _between(passage.text[at:start], at, said, quotations)
            at = start
        while at < end:
            part = _next(passage, at, rule, sayings)
            said.extend(part)
            at = part[-1].end if part else _further(passage, at, said, signs)
    return said


def _next(passage: Passage, at: int, rule: Rule, sayings: Sayings) -> Reading:
    """What is said of the next characters; the last of it ends where reading goes on."""
    if passage.starts_word(at) and (found := sayings.at(passage, at)):
        return found
    return rule(passage, at)


def _further(passage: Passage, at: int, said: Reading, signs: Mapping[str, str]) -> int:
    """Past a character within a word that no rule reads: a hyphen, a plus."""
    if words := signs.get(passage.text[at]):
        said.extend(spoken(words, at, at + 1))
    return at + 1


def _between(gap: str, at: int, said: Reading, quotations: Quotations) -> None:
    """Hear what stands between two words."""
    found = quotations.heard(gap, said)
    if said:
        said[-1] = replace(said[-1], pause=found.pause or said[-1].pause, stop=found.stop)
    # A sign that stands by itself came from no galley word.
    said.extend(Said(word, at, at) for word in found.words.split())
