"""The words of a text in their order → a model of what is likely to be said, as ARPA writes it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# How likely it is, of 1, that what is said goes on otherwise than the text does.
_ELSEWHERE = 0.1


def language_model(words: Sequence[str]) -> str:
    """Of one, two and three words in a row. A speaker who leaves the text comes back to it at any
    word.

    Source: the ARPA format as SRILM describes it (ngram-format).
    """
    said = ["<s>", *words, "</s>"]
    ones = Counter(said[1:])
    twos = Counter(pairwise(said))
    threes = Counter(zip(said, said[1:], said[2:], strict=False))
    before_one, before_two = Counter(said[:-1]), Counter(pairwise(said[:-1]))
    back = _log(_ELSEWHERE)
    return "\n".join(
        (
            *("\\data\\", f"ngram 1={len(ones) + 1}", f"ngram 2={len(twos)}"),
            *(f"ngram 3={len(threes)}", "", "\\1-grams:", f"-99 <s> {back}"),
            *(f"{_log(many / len(words))} {one} {back}" for one, many in ones.items()),
            *("", "\\2-grams:"),
            *(
                f"{_log((1 - _ELSEWHERE) * many / before_one[one])} {one} {two} {back}"
                for (one, two), many in twos.items()
            ),
            *("", "\\3-grams:"),
            *(
                f"{_log((1 - _ELSEWHERE) * many / before_two[one, two])} {one} {two} {three}"
                for (one, two, three), many in threes.items()
            ),
            *("", "\\end\\", ""),
        )
    )


def _log(share: float) -> str:
    return f"{math.log10(share):.4f}"
