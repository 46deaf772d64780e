from __future__ import annotations

import pytest

from broadsheet.voice.align.arpabet import arpabet
from broadsheet.voice.espeak import espeak


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("harbour", "HH AA R B ER"),
        ("boy", "B OY"),
        ("church", "CH ER CH"),
        ("house", "HH AW S"),
        ("thing", "TH IH NG"),
        ("vision", "V IH ZH AH N"),
        ("water", "W AO D ER"),
        ("little", "L IH D AH L"),
        ("Yongbyon", "Y AA NG B IH AH N"),
    ],
)
def test_english_is_said_in_phones(word: str, phones: str) -> None:
    assert arpabet(espeak("en-us")(word)) == phones


def test_what_is_no_sound_is_passed_over() -> None:
    assert arpabet("b?ʘ d") == "B D"
