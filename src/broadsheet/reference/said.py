"""Phonemes as the voice has them → IPA as dictionaries print it."""

from __future__ import annotations

import re
import unicodedata

_STRESSED = re.compile(r"((?:tʃ|dʒ|[bdfhjklmnpstvwzðŋɡɹʃʒθ])*)([ˈˌ])")
_SOUND = re.compile(r"tʃ|dʒ|.")
# Consonants that begin an English syllable together, besides any single one.
_ONSETS = frozenset(
    """pɹ pl pj bɹ bl bj tɹ tw tj dɹ dw dj kɹ kl kw kj ɡɹ ɡl ɡw fɹ fl fj θɹ θw ʃɹ sl sm sn sp st sk
    sw sf spɹ spl spj stɹ stj skɹ skw skj hj mj nj vj""".split()
)


def said(phonemes: str) -> str:
    """eSpeak sets the stress before its vowel (`bɹˈoʊmæns`), dictionaries before its syllable
    (`ˈbɹoʊmæns`); a word of one syllable has none in them."""
    text = unicodedata.normalize("NFC", phonemes)
    marks = [one for one in text if one in "ˈˌ"]
    if len(marks) == 1 and " " not in text and _is_one_syllable(text):
        return text.replace("ˈ", "")
    return _STRESSED.sub(_before_the_syllable, text)


def _before_the_syllable(found: re.Match[str]) -> str:
    consonants, stress = _SOUND.findall(found[1]), found[2]
    start = max(0, len(consonants) - 1)
    while start > 0 and "".join(consonants[start - 1 :]) in _ONSETS:
        start -= 1
    # No English syllable begins with the last sound of sing.
    start += consonants[start:] == ["ŋ"]
    return "".join((*consonants[:start], stress, *consonants[start:]))


def _is_one_syllable(text: str) -> bool:
    return len(re.findall(r"[aeiouæɐɑɔəɚɛɜɪʊʌᵻ]+", text)) == 1
