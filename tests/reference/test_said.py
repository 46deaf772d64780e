from __future__ import annotations

import pytest

from broadsheet.reference.said import said
from broadsheet.voice.espeak import espeak


@pytest.mark.parametrize(
    ("phonemes", "ipa"),
    [
        ("bɹˈoʊmæns", "ˈbɹoʊmæns"),
        ("hˈɑːɹbɚ", "ˈhɑːɹbɚ"),
        ("dɪstɹˈʌkʃən", "dɪˈstɹʌkʃən"),
        ("sˌɪŋɡəpˈoːɹ", "ˌsɪŋɡəˈpoːɹ"),
        ("ɹᵻtʃˈɑːɹdʒ", "ɹᵻˈtʃɑːɹdʒ"),
        ("ˈæɡnɔst", "ˈæɡnɔst"),
        ("kwˈeɪ", "kweɪ"),
        ("hˈæŋˌʌp", "ˈhæŋˌʌp"),
        ("", ""),
    ],
)
def test_the_stress_stands_before_its_syllable(phonemes: str, ipa: str) -> None:
    assert said(phonemes) == ipa


def test_what_the_voice_says_of_a_new_word_is_ipa() -> None:
    assert said(espeak("en-us")("bromance")) == "ˈbɹoʊməns"
