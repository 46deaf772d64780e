"""Phonemes as eSpeak writes them → those that Kokoro was trained on, and their numbers."""

from __future__ import annotations

import re

# The numbers of Kokoro-82M v1.0, from the config.json that is published with it.
KOKORO_NUMBERS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13,
    "“": 14, "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22,
    "ꭧ": 23, "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42,
    "a": 43, "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53,
    "l": 54, "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62, "u": 63,
    "v": 64, "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75,
    "ɔ": 76, "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87,
    "ɟ": 90, "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112,
    "ɳ": 113, "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125,
    "ɻ": 126, "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136,
    "ʌ": 138, "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157,
    "ː": 158, "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}  # fmt: skip

_ANY = {"dʒ": "ʤ", "tʃ": "ʧ", "ts": "ʦ", "dz": "ʣ", "g": "ɡ"}
_ENGLISH = {
    "aɪ": "I", "aʊ": "W", "eɪ": "A", "ɔɪ": "Y", "əl": "ᵊl", "e": "A", "r": "ɹ", "x": "k",
    "ç": "k", "ɬ": "l", "ɐ": "ə", "ʔn̩": "tᵊn", "n̩": "ᵊn", "l̩": "ᵊl", "ʔ": "t",
    "ʲə": "jə", "ʲo": "jo", "ʲ": "", "\u0303": "", "\u0329": "",
}  # fmt: skip
_AMERICAN = {"oʊ": "O", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɚ": "əɹ", "ɪə": "iə", "ɾ": "T", "ː": "", "o": "ɔ"}
_BRITISH = {"əʊ": "Q", "eə": "ɛː", "iə": "ɪə", "ɾ": "T"}


def kokoro_phonemes(phonemes: str, voice: str) -> str:
    """`phonemes` of eSpeak's voice `voice` as Kokoro reads them: `hˈeɪvən` → `hˈAvən`.

    English has letters of its own for its diphthongs, as the EN_PHONES.md of misaki, which the
    model was trained with, lists them. What Kokoro has no number for is left out.
    """
    sounds, pattern = _READINGS.get(voice, _OTHER)
    read = pattern.sub(lambda found: sounds[found[0]], phonemes)
    return "".join(sound for sound in read if sound in KOKORO_NUMBERS)


def _reading(*tables: dict[str, str]) -> tuple[dict[str, str], re.Pattern[str]]:
    sounds = {written: read for table in tables for written, read in table.items()}
    return sounds, re.compile("|".join(sorted(sounds, key=len, reverse=True)))


_OTHER = _reading(_ANY)
_READINGS = {
    "en-us": _reading(_ANY, _ENGLISH, _AMERICAN),
    "en-gb-x-rp": _reading(_ANY, _ENGLISH, _BRITISH),
}
