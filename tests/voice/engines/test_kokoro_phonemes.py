from __future__ import annotations

import pytest

from broadsheet.voice.engines.kokoro_phonemes import KOKORO_NUMBERS, kokoro_phonemes
from broadsheet.voice.espeak import espeak


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("haven", "hˈAvən"),
        ("boy", "bˈY"),
        ("house", "hˈWs"),
        ("pie", "pˈI"),
        ("boat", "bˈOt"),
        ("church", "ʧˈɜɹʧ"),
        ("judge", "ʤˈʌʤ"),
        ("water", "wˈɔTəɹ"),
        ("sea", "sˈi"),
        ("about", "əbˈWt"),
    ],
)
def test_american_sounds_have_letters_of_their_own(word: str, said: str) -> None:
    assert kokoro_phonemes(espeak("en-us")(word), "en-us") == said


def test_british_sounds_are_not_the_american_ones() -> None:
    assert kokoro_phonemes(espeak("en-gb-x-rp")("boat"), "en-gb-x-rp") == "bˈQt"
    assert kokoro_phonemes(espeak("en-gb-x-rp")("sea"), "en-gb-x-rp") == "sˈiː"


@pytest.mark.parametrize(
    ("voice", "word", "said"), [("es", "noche", "nˈoʧe"), ("it", "pizza", "pˈiʦːa")]
)
def test_other_languages_keep_their_vowels(voice: str, word: str, said: str) -> None:
    assert kokoro_phonemes(espeak(voice)(word), voice) == said


def test_what_kokoro_has_no_number_for_is_left_out() -> None:
    assert kokoro_phonemes("aʘb", "fr") == "ab"


def test_every_mark_has_a_number() -> None:
    assert set(",;:—….?! ") <= set(KOKORO_NUMBERS)
    assert len(set(KOKORO_NUMBERS.values())) == len(KOKORO_NUMBERS) == 114
