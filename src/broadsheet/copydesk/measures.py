"""A proof → how long it is, and how its headline looks where it is not ours to set it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from broadsheet.copydesk.proof import Proof

# Words a minute that are read silently (Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047); of
# Korean, whose words are longer, fewer.
_WORDS_A_MINUTE = {"ko": 180}
_MOST_READ = 238
# What search engines show of a title before they cut it, and what fits on two lines of a phone
# at 320 px in the size of our headlines.
SEARCH_LENGTH = 60
PHONE_LENGTH = 70
_RUNNING = {"paragraph", "item", "heading", "quote", "standfirst"}


@dataclass(frozen=True, slots=True)
class Measures:
    """`headline_in_search` is the headline as a page of results would cut it."""

    words: int
    minutes: int
    headline: int
    headline_in_search: str
    is_cut_in_search: bool
    is_long_on_a_phone: bool


def measures(proof: Proof) -> Measures:
    running = [line for line in proof.galley.lines if line.role in _RUNNING]
    words = sum(len(sentence.words) for line in running for sentence in line.sentences)
    pace = _WORDS_A_MINUTE.get(proof.galley.language.partition("-")[0], _MOST_READ)
    headline = proof.story.headline
    width = sum(2 if _is_wide(sign) else 1 for sign in headline)
    return Measures(
        words=words,
        minutes=max(1, math.ceil(words / pace)) if words else 0,
        headline=len(headline),
        headline_in_search=_cut(headline, SEARCH_LENGTH),
        is_cut_in_search=width > SEARCH_LENGTH,
        is_long_on_a_phone=width > PHONE_LENGTH,
    )


def _cut(headline: str, most: int) -> str:
    """At a space where there is one, as results do."""
    width = 0
    for at, sign in enumerate(headline):
        width += 2 if _is_wide(sign) else 1
        if width > most:
            kept = headline[:at]
            return f"{kept.rpartition(' ')[0] or kept} …"
    return headline


def _is_wide(sign: str) -> bool:
    """Hangul, kana and Han take the room of two letters."""
    return (
        "\u1100" <= sign <= "\u11ff" or "\u2e80" <= sign <= "\ud7a3" or "\uff00" <= sign <= "\uff60"
    )
