"""How many syllables a word has."""

from __future__ import annotations

import re

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded

_IPA_VOWELS = re.compile(r"aʊ|aɪ|eɪ|oʊ|ɔɪ|[iɪeɛæaɑɒɔoʊuʌəɚɝɜ]")
_WRITTEN_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[aeiouy][^aeiouyscxz])es$")


def syllables(word: str, dictionaries: Dictionaries) -> int:
    """By the pronunciation where one is known, else by groups of vowels; at least 1."""
    sound = dictionaries.pronunciation(word)
    if sound:
        return max(1, len(_IPA_VOWELS.findall(sound)))
    return max(1, len(_WRITTEN_VOWELS.findall(_SILENT.sub("", folded(word)))))
