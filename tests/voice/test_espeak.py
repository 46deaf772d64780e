from __future__ import annotations

import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.espeak import espeak


def test_a_sentence_has_its_weak_forms_and_no_marks() -> None:
    assert espeak("en-us")("At last, it was time.") == "æt lˈæst ɪt wʌz tˈaɪm"


def test_voices_do_not_take_each_others_place() -> None:
    american, british = espeak("en-us"), espeak("en-gb-x-rp")
    assert [one("boat") for one in (american, british, american)] == ["bˈoʊt", "bˈəʊt", "bˈoʊt"]


def test_no_language_is_named_within_a_word() -> None:
    assert espeak("en-us")("서울") == "sʌˈuɫ"


def test_accents_stand_apart_from_their_letters() -> None:
    assert "ɑ\u0303" in espeak("fr")("blanc")


def test_a_voice_that_espeak_lacks_is_refused() -> None:
    with pytest.raises(EngineError, match="eSpeak NG has no voice 'xx-none'"):
        espeak("xx-none")
