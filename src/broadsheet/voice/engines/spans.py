"""Where each token's phonemes stand in those of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_VOWELS = frozenset("aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ")
_MARKS = frozenset("ˈˌːˑʲʰʷ\u0303\u0329\u032a\u032f\u031d\u030a'")

_SAME_KIND = 0.6  # a vowel for another one, or a consonant: weak forms, flaps, linking
_OTHER_KIND = 1.8  # nearly leaving out the one and putting in the other
_MARK = 0.15
_MISSING_SPACE = 0.3  # eSpeak writes `of the` as one word
_MISSING = 1.0

# eSpeak's reading of a sentence differs from that of its words by a few phonemes at a time, so
# that only cells near the diagonal can lie on the way. 40 is a dozen words' worth of spaces.
_BAND = 40


def token_spans(sentence: str, alone: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Start and end in `sentence` of each token, given the phonemes of each said alone.

    The way of least edits between the sentence and its tokens one after the other tells them
    apart. Spans rise, do not overlap and hold no space at their ends; that of a token of which the
    sentence has nothing left is empty. Together they hold every phoneme of the sentence.
    """
    if not alone:
        return ()
    bounds = _bounds(sentence, " ".join(alone), _joints(alone))
    return tuple(_stripped(sentence, start, end) for start, end in pairwise(bounds))


def _joints(alone: Sequence[str]) -> frozenset[int]:
    """The places in the joined tokens of the spaces that were put between them."""
    places, at = [], 0
    for phonemes in alone[:-1]:
        at += len(phonemes)
        places.append(at)
        at += 1
    return frozenset(places)


def _bounds(sentence: str, joined: str, joints: frozenset[int]) -> list[int]:
    steps = _least_edits(sentence, joined)
    bounds, i, j = [len(sentence)], len(joined), len(sentence)
    while i or j:
        step = steps[i][j]
        if step != "+":
            i -= 1
        if step != "-":
            j -= 1
        if step != "+" and i in joints:
            bounds.append(j)
    bounds.append(0)
    return bounds[::-1]


def _least_edits(sentence: str, joined: str) -> list[dict[int, str]]:
    """For each place in both the last step there: `=` takes from both, `-` only from the tokens,
    `+` only from the sentence."""
    slope = len(sentence) / max(len(joined), 1)
    band = _BAND + abs(len(sentence) - len(joined))
    costs: dict[int, float] = {0: 0.0}
    steps: list[dict[int, str]] = [{}]
    for j, phoneme in enumerate(sentence[:band], start=1):
        costs[j] = costs[j - 1] + _price(phoneme)
        steps[0][j] = "+"
    for i, mine in enumerate(joined, start=1):
        middle = round(i * slope)
        row: dict[int, float] = {}
        taken: dict[int, str] = {}
        left = _price(mine)
        for j in range(max(0, middle - band), min(len(sentence), middle + band) + 1):
            best, step = costs.get(j, _FAR) + left, "-"
            if j:
                theirs = sentence[j - 1]
                both = costs.get(j - 1, _FAR) + (0.0 if mine == theirs else _swap(mine, theirs))
                if both <= best:
                    best, step = both, "="
                added = row.get(j - 1, _FAR) + _price(theirs)
                if added < best:
                    best, step = added, "+"
            row[j], taken[j] = best, step
        costs = row
        steps.append(taken)
    return steps


_FAR = float("inf")


def _price(phoneme: str) -> float:
    if phoneme in _MARKS:
        return _MARK
    return _MISSING_SPACE if phoneme == " " else _MISSING


def _swap(one: str, other: str) -> float:
    if " " in (one, other):
        return _FAR
    if (one in _MARKS) != (other in _MARKS):
        return _OTHER_KIND
    return _SAME_KIND if (one in _VOWELS) == (other in _VOWELS) else _OTHER_KIND


def _stripped(sentence: str, start: int, end: int) -> tuple[int, int]:
    while start < end and sentence[start] == " ":
        start += 1
    while end > start and sentence[end - 1] == " ":
        end -= 1
    return start, end
