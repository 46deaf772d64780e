"""Names that are spelled in two ways in one report: Kim Jong-un and Kim Jong-eun.

Only names of scripts that tell capitals from small letters are found, and only where both
spellings are in the report. The rule would rather miss one than cry at Austria and Australia.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark

SHORTEST = 5
MOST_NAMES = 300
_POSSESSIVE = re.compile(r"['’]s?$")


def name(proof: Proof) -> Iterator[Remark]:
    """The spelling that is the rarer one, at the first place where it stands."""
    names = _names(proof)
    for one, other in combinations(sorted(names), 2):
        if _is_the_same(names[one], names[other]):
            rarer, usual = sorted((names[one], names[other]), key=lambda it: (it.count, -it.first))
            yield Remark(kind="name", place=rarer.place, words=rarer.word, other=usual.word)


@dataclass(slots=True)
class _Name:
    """A capitalised word; `beside` are those that stand before or behind it."""

    word: str
    place: str
    first: int
    count: int = 0
    beside: set[str] = field(default_factory=set)


def _names(proof: Proof) -> dict[str, _Name]:
    found: dict[str, _Name] = {}
    small: Counter[str] = Counter()
    for line, sentence in proof.galley.sentences:
        before = ""
        for number, word in enumerate(sentence.words):
            text = _POSSESSIVE.sub("", line.text[word.start : word.end])
            if not _is_capitalised(text):
                small[text.casefold()] += 1
                before = ""
                continue
            # At the head of a sentence every word is: it counts where it stands elsewhere too.
            if number or text in found:
                name = found.setdefault(text, _Name(text, line.place, word.number))
                name.count += 1
                name.beside |= {before} - {""}
            if before in found:
                found[before].beside.add(text)
            before = text
    kept = (one for one in found.values() if len(one.word) >= SHORTEST)
    real = [one for one in kept if one.word.casefold() not in small]
    return {one.word: one for one in real[:MOST_NAMES]}


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()


def _is_the_same(one: _Name, other: _Name) -> bool:
    """Whether the two are one name: one slip within the word, or two in a long one; an ending may
    differ (Korea and Korean) only beside the same name."""
    a, b = one.word.casefold(), other.word.casefold()
    if a[0] != b[0]:
        return False
    most = 2 if min(len(a), len(b)) >= 9 else 1
    if one.beside & other.beside:
        return _distance(a, b, most) <= most
    has_another_ending = a.startswith(b) or b.startswith(a) or a[:-1] == b[:-1]
    return min(len(a), len(b)) > SHORTEST and not has_another_ending and _distance(a, b, 1) <= 1


def _distance(a: str, b: str, most: int) -> int:
    """How many letters have to be changed, left out, put in or swapped with their neighbour;
    more than `most` is `most + 1` (optimal string alignment)."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], most + 1)
