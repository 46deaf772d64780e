"""The languages whose newspaper pages are known, by their tags."""

from __future__ import annotations

import re
from collections.abc import Mapping

from broadsheet.wire.furniture.de import GERMAN
from broadsheet.wire.furniture.en import ENGLISH
from broadsheet.wire.furniture.es import SPANISH
from broadsheet.wire.furniture.fr import FRENCH
from broadsheet.wire.furniture.ja import JAPANESE
from broadsheet.wire.furniture.ko import KOREAN
from broadsheet.wire.furniture.words import Words

LANGUAGES: Mapping[str, Words] = {
    words.language: words for words in (ENGLISH, KOREAN, SPANISH, FRENCH, GERMAN, JAPANESE)
}


def phrases(written: str) -> tuple[str, ...]:
    """One list of `Words` as its phrases."""
    return tuple(phrase for part in written.split(";") if (phrase := " ".join(part.split())))


def all_phrases(name: str) -> frozenset[str]:
    """One list in every language: a page is often furnished in two."""
    return frozenset(
        phrase for words in LANGUAGES.values() for phrase in phrases(getattr(words, name))
    )


def any_of(wanted: frozenset[str]) -> str:
    """The phrases as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(wanted, key=lambda phrase: (-len(phrase), phrase))))
