"""Text → the stems of its content words, so that negotiate and negotiation meet."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.lexicon.closed_words import SILENT, SIMPLE
from broadsheet.lexicon.folded import folded

_WORD = re.compile(r"[a-z][a-z'-]+")
_ENDINGS = tuple(
    """ization ations ational ation ities ments nesses ingly tions ating ators ment ness tion ator
    able ible ical ings ance ence ated ates ists ive ize ise ity ist ism ing ion ate ial ous
    ies ful ers ant ent ors ied al ed er or es ly ic y s e""".split()
)
_SHORTEST = 4
# Words by which dictionaries explain everything.
_EXPLAINING = frozenset(
    """something someone somebody some thing things act action being be been make made used use
    especially usually quality state having especially person people cause give get take put way
    certain particular more most other another such etc e.g one's oneself""".split()
)


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words, without words of grammar and words of explaining."""
    return frozenset(
        stem(word)
        for word in _WORD.findall(folded(text))
        if word not in SILENT and word not in SIMPLE and word not in _EXPLAINING
    )


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What is left of a word without its ending; at least four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
