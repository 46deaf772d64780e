"""ARPAbet, the alphabet of American pronouncing dictionaries → IPA."""

from __future__ import annotations

from collections.abc import Sequence

_VOWELS = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "aʊ", "AY": "aɪ", "EH": "ɛ", "ER": "ɝ",
    "EY": "eɪ", "IH": "ɪ", "IY": "i", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "u",
}  # fmt: skip
_CONSONANTS = {
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ", "K": "k",
    "L": "l", "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t",
    "TH": "θ", "V": "v", "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_UNSTRESSED = {"AH": "ə", "ER": "ɚ"}
_STRESS = {"1": "ˈ", "2": "ˌ", "0": ""}

# Consonants that may begin an English syllable together: stress stands before all of them.
_ONSETS = frozenset(
    """P R|P L|P Y|B R|B L|B Y|T R|T W|T Y|D R|D W|D Y|K R|K L|K W|K Y|G R|G L|G W|F R|F L|F Y|TH R|
    TH W|SH R|S L|S M|S N|S P|S T|S K|S W|S F|S P R|S P L|S P Y|S T R|S T Y|S K R|S K W|S K Y|HH Y|
    M Y|N Y|V Y|HH W""".replace("\n    ", "").split("|")
)


def ipa(phones: Sequence[str]) -> str | None:
    """The word in IPA, the stress before its syllable; None where a phone is not ARPAbet."""
    vowels = [at for at, phone in enumerate(phones) if phone[:2] in _VOWELS]
    starts = {_onset(phones, at): phones[at][2:] for at in vowels}
    if any(stress not in {*_STRESS, ""} for stress in starts.values()):
        return None
    marks = {at: _STRESS[stress or "0"] for at, stress in starts.items()}
    if len(vowels) < 2:
        marks = {}
    sounds = [_sound(phone) for phone in phones]
    if not sounds or None in sounds:
        return None
    return "".join(f"{marks.get(at, '')}{sound}" for at, sound in enumerate(sounds))


def _onset(phones: Sequence[str], vowel: int) -> int:
    start = vowel
    while start > 0 and phones[start - 1] in _CONSONANTS:
        cluster = phones[start - 1 : vowel]
        if len(cluster) > 1 and " ".join(cluster) not in _ONSETS:
            break
        if cluster == ["NG"] and start > 1:
            break
        start -= 1
    return start


def _sound(phone: str) -> str | None:
    vowel, stress = phone[:2], phone[2:]
    if vowel in _VOWELS and len(phone) in {2, 3}:
        return _UNSTRESSED.get(vowel, _VOWELS[vowel]) if stress == "0" else _VOWELS[vowel]
    return _CONSONANTS.get(phone)
