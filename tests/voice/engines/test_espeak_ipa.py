from __future__ import annotations

import pytest
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.espeak_ipa import espeak_ipa
from broadsheet.voice.espeak import espeak


@pytest.mark.parametrize(
    ("ipa", "said"),
    [
        ("ˈheɪ.vən", "hˈeɪvən"),
        ("ˈstreɪt", "stɹˈeɪt"),
        ("d͡ʒeɪ ˈɪn", "dʒeɪ ˈɪn"),
        ("ʤʌŋ ˈʊn", "dʒʌŋ ˈʊn"),
        ("ˌmækəˈruːn", "mˌækəɹˈuːn"),
        ("ɡø", "ɡɜː"),
        ("pʰjʌŋjaŋ", "pjʌŋjɑːŋ"),
        ("tɕʌŋɯn", "tʃʌŋuːn"),
        ("ˈnoːɹ", "nˈoːɹ"),
        ("ˈmo", "mˈoʊ"),
        ("ˈkafe", "kˈɑːfɛ"),
        ("ɪç", "ɪh"),
        ("ˈŋ͡mɛɓu", "ŋmˈɛbu"),
    ],
)
def test_sounds_of_anywhere_become_those_of_an_english_voice(ipa: str, said: str) -> None:
    assert espeak_ipa(ipa, "en-us") == said


@pytest.mark.parametrize("word", "harbour straight through machine vision boy near fire".split())
def test_what_espeak_says_itself_is_left_as_it_is(word: str) -> None:
    said = espeak("en-us")(word)
    assert espeak_ipa(said, "en-us") == said


@pytest.mark.parametrize("sound", sorted(DEFAULT_PHONEME_ID_MAP))
def test_every_sound_that_a_voice_of_piper_knows_has_one_near_it_in_english(sound: str) -> None:
    if sound.isalpha() and sound != "X":
        said = espeak_ipa(f"ə{sound}", "en-us")
        assert espeak_ipa(said, "en-us") == said


def test_a_voice_of_another_language_keeps_its_sounds() -> None:
    assert espeak_ipa("ˈʃøːn", "de") == "ʃˈøːn"


def test_what_is_no_sound_is_refused_by_name() -> None:
    with pytest.raises(EngineError, match=r"/kʇat/ has 'ʇ', which is no sound"):
        espeak_ipa("kʇat", "en-us")
