"""Phonemes as eSpeak writes them → those of the CMU dictionary."""

from __future__ import annotations

import re

# The longest first: a diphthong is one, and so is a vowel with the r that colours it.
_SOUNDS = {
    "aɪ": "AY", "aʊ": "AW", "eɪ": "EY", "oʊ": "OW", "ɔɪ": "OY", "dʒ": "JH", "tʃ": "CH",
    "n̩": "AH N", "l̩": "AH L", "əl": "AH L", "ɜː": "ER", "ɑː": "AA", "ɔː": "AO", "oː": "AO",
    "iː": "IY", "uː": "UW", "ɜːɹ": "ER", "ɚɹ": "ER", "ɚ": "ER", "ɜ": "ER",
    "a": "AA", "æ": "AE", "ɐ": "AH", "ə": "AH", "ʌ": "AH", "ɑ": "AA", "ɔ": "AO", "ɒ": "AA",
    "e": "EY", "ɛ": "EH", "i": "IY", "ɪ": "IH", "ᵻ": "IH", "o": "OW", "u": "UW", "ʊ": "UH",
    "b": "B", "d": "D", "ð": "DH", "f": "F", "ɡ": "G", "h": "HH", "j": "Y", "k": "K", "x": "K",
    "l": "L", "ɬ": "L", "m": "M", "n": "N", "ŋ": "NG", "p": "P", "ɹ": "R", "r": "R", "ɾ": "D",
    "s": "S", "ʃ": "SH", "t": "T", "θ": "TH", "v": "V", "w": "W", "z": "Z", "ʒ": "ZH",
    # Sounds of other languages, as the nearest of English.
    "y": "UW", "ʏ": "UH", "ø": "ER", "œ": "ER", "ɯ": "UW", "ɤ": "AH", "ɵ": "AH", "ɘ": "AH",
    "ɨ": "IH", "ʉ": "UW", "ɶ": "AE", "ɞ": "ER",
    "β": "V", "c": "K", "ç": "HH", "ɕ": "SH", "ɖ": "D", "ɟ": "JH", "ɣ": "G", "ɢ": "G", "ɦ": "HH",
    "ħ": "HH", "ɥ": "W", "ɫ": "L", "ɭ": "L", "ɱ": "M", "ɰ": "W", "ɲ": "N Y", "ɳ": "N", "ɴ": "NG",
    "ɸ": "F", "q": "K", "ʀ": "R", "ʁ": "R", "ɻ": "R", "ɽ": "D", "ʂ": "SH", "ʈ": "T", "ʋ": "V",
    "ʍ": "W", "χ": "K", "ʎ": "L Y", "ʐ": "ZH", "ʑ": "ZH", "ʝ": "Y",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


def arpabet(phonemes: str) -> str:
    """`hˈɑːɹbɚ` → `HH AA R B ER`. What is no sound is passed over."""
    plain = phonemes.replace("ˈ", "").replace("ˌ", "")
    return " ".join(_SOUNDS[found] for found in _SOUND.findall(plain))
