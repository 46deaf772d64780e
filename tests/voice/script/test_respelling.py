from __future__ import annotations

import pytest

from broadsheet.voice.script.respelling import respelled


@pytest.mark.parametrize(
    ("written", "ipa"),
    [
        ("JUNG uhn", "dʒˈʌŋ ʌn"),
        ("lee-HIGH", "liːhˈaɪ"),
        ("KEE-yev", "kˈiːjɛv"),
        ("shee jin-PING", "ʃiː dʒɪnpˈɪŋ"),
        ("zeh-LEN-skee", "zɛlˈɛnskiː"),
        ("so-HO", "soʊhˈoʊ"),
        ("BUR-tuhn", "bˈɜːtʌn"),
        ("boo-SAHN", "buːsˈɑːn"),
        ("YUHNG", "jˈʌŋ"),
    ],
)
def test_a_respelling_tells_its_sounds_and_its_stress(written: str, ipa: str) -> None:
    assert respelled(written) == ipa


def test_letters_that_make_no_syllable_are_left_to_the_voice() -> None:
    assert respelled("hahm brrr") == ""
