from __future__ import annotations

import pytest

from broadsheet.lexicon.arpabet import ipa


@pytest.mark.parametrize(
    ("phones", "said"),
    [
        ("K AE1 T", "kæt"),
        ("D IH0 P L OW1 M AH0 S IY0", "dɪˈploʊməsi"),
        ("N AH0 G OW2 SH IY0 EY1 SH AH0 N", "nəˌɡoʊʃiˈeɪʃən"),
        ("EH0 K S T R EY1", "ɛkˈstɹeɪ"),
        ("F IH1 NG G ER0", "ˈfɪŋɡɚ"),
        ("S IH1 NG IH0 NG", "ˈsɪŋɪŋ"),
        ("S IH2 NG AA1 L AH0", "ˌsɪŋˈɑlə"),
        ("Y UH0 R EY1 N IY0 AH0 M", "jʊˈɹeɪniəm"),
        ("HH W IH1 CH", "hwɪtʃ"),
    ],
)
def test_a_word_is_said_in_ipa_with_its_stress_before_the_syllable(phones: str, said: str) -> None:
    assert ipa(phones.split()) == said


@pytest.mark.parametrize("phones", ["QQ", "K AE7 T", "", "K AE12 T"])
def test_what_is_not_arpabet_has_no_ipa(phones: str) -> None:
    assert ipa(phones.split()) is None
