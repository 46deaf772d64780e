"""A respelling in plain letters → IPA, as espeak's American voice would have it."""

from __future__ import annotations

import re

_VOWELS = {
    "igh": "aɪ", "eye": "aɪ", "air": "ɛɹ", "eer": "ɪɹ", "ear": "ɪɹ", "oor": "ʊɹ", "ire": "aɪɚ",
    "ar": "ɑːɹ", "or": "ɔːɹ", "er": "ɚ", "ur": "ɚ", "ir": "ɚ",
    "ay": "eɪ", "ai": "eɪ", "ei": "eɪ", "ey": "eɪ", "ee": "iː", "ea": "iː", "ie": "iː",
    "oh": "oʊ", "oa": "oʊ", "oe": "oʊ", "ow": "aʊ", "ou": "aʊ", "oo": "uː", "ue": "uː", "ew": "uː",
    "uu": "ʊ", "uh": "ʌ", "ah": "ɑː", "aw": "ɔː", "au": "ɔː", "oy": "ɔɪ", "oi": "ɔɪ", "eh": "ɛ",
    "ih": "ɪ", "ae": "æ",
}  # fmt: skip
_CLOSED = {"a": "æ", "e": "ɛ", "i": "ɪ", "o": "ɑː", "u": "ʌ", "y": "ɪ"}
_OPEN = {"a": "ɑː", "e": "iː", "i": "iː", "o": "oʊ", "u": "uː", "y": "aɪ"}
_CONSONANTS = {
    "tch": "tʃ", "ch": "tʃ", "sh": "ʃ", "zh": "ʒ", "th": "θ", "dh": "ð", "ng": "ŋ", "nk": "ŋk",
    "kh": "k", "gh": "ɡ", "ph": "f", "wh": "w", "ck": "k", "qu": "kw",
    "b": "b", "c": "k", "d": "d", "f": "f", "g": "ɡ", "h": "h", "j": "dʒ", "k": "k", "l": "l",
    "m": "m", "n": "n", "p": "p", "q": "k", "r": "ɹ", "s": "s", "t": "t", "v": "v", "w": "w",
    "x": "ks", "y": "j", "z": "z",
}  # fmt: skip


def _longest_first(sounds: dict[str, str]) -> str:
    return "|".join(sorted(sounds, key=len, reverse=True))


_SYLLABLE = re.compile(
    rf"(?P<onset>(?:{_longest_first(_CONSONANTS)})*?)"
    rf"(?P<vowel>{_longest_first(_VOWELS)}|[aeiou]|(?<![aeiou])y(?![aeiou]))"
    rf"(?P<coda>(?:{_longest_first(_CONSONANTS)})*)"
)
_CONSONANT = re.compile(_longest_first(_CONSONANTS))
_DOUBLED = re.compile(r"([bcdfgjklmnpqrstvwxz])\1")


def respelled(written: str) -> str:
    """`JUNG uhn` → `dʒˈʌŋ ʌn`: a syllable in capitals is stressed, hyphens part syllables.

    "" where a syllable cannot be made out; the voice then reads the letters as it would.
    """
    words = []
    for word in written.split():
        syllables = [_syllable(one) for one in word.split("-") if one]
        if not all(syllables):
            return ""
        words.append("".join(syllables))
    return " ".join(words)


def _syllable(written: str) -> str:
    letters = _DOUBLED.sub(r"\1", written.lower().replace("'", "").replace("’", ""))
    found = _SYLLABLE.fullmatch(letters)
    if not found:
        return ""
    is_stressed = written.isupper()
    vowel = _vowel(found["vowel"], is_open=not found["coda"], is_stressed=is_stressed)
    stress = "ˈ" if is_stressed else ""
    return f"{_sounds(found['onset'])}{stress}{vowel}{_sounds(found['coda'])}"


def _vowel(letters: str, *, is_open: bool, is_stressed: bool) -> str:
    sound = _VOWELS.get(letters) or (_OPEN if is_open else _CLOSED)[letters]
    return "ɜː" if is_stressed and sound == "ɚ" else sound


def _sounds(letters: str) -> str:
    return "".join(_CONSONANTS[one] for one in _CONSONANT.findall(letters))
