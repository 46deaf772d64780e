"""Letters that are said one by one."""

from __future__ import annotations

from broadsheet.voice.script.endings import with_s
from broadsheet.voice.script.said import Said

# As espeak's American voice names them; alone it would take the A of `A I` for an article.
_NAMES = {
    "A": "eɪ", "B": "biː", "C": "siː", "D": "diː", "E": "iː", "F": "ɛf", "G": "dʒiː", "H": "eɪtʃ",
    "I": "aɪ", "J": "dʒeɪ", "K": "keɪ", "L": "ɛl", "M": "ɛm", "N": "ɛn", "O": "oʊ", "P": "piː",
    "Q": "kjuː", "R": "ɑːɹ", "S": "ɛs", "T": "tiː", "U": "juː", "V": "viː", "W": "dˌʌbəljuː",
    "X": "ɛks", "Y": "waɪ", "Z": "ziː",
}  # fmt: skip
_VOWELS = "aeiouɑɔɛɪʊʌ"


def spelled(letters: str, start: int, end: int, *, ending: str = "") -> Said:
    """One token for all of them, the last stressed: `U N`. `ending` is `s` or `'s`."""
    capitals = [one for one in letters.upper() if one.isalpha()]
    text = " ".join(capitals) + ending
    if any(one not in _NAMES for one in capitals):
        return Said(text, start, end)
    *first, last = [_NAMES[one] for one in capitals]
    ipa = "".join(_stressed(one, "ˌ") for one in first) + _stressed(last, "ˈ")
    return Said(text, start, end, with_s(ipa) if ending else ipa)


def _stressed(name: str, mark: str) -> str:
    if "ˌ" in name:
        return name.replace("ˌ", mark)
    at = min(name.index(one) for one in _VOWELS if one in name)
    return name[:at] + mark + name[at:]
