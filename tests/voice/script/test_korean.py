from __future__ import annotations

import pytest

from broadsheet.voice.script.korean import administered_place, given_name, joined_given_name
from tests.voice.script.hearing import heard


@pytest.mark.parametrize("written", ["So-so", "Sit-in", "Go-to", "Anne-Marie", "jong-un", "Ji-EUN"])
def test_what_is_no_korean_name_is_left_alone(written: str) -> None:
    assert given_name(written) == ""


def test_syllables_are_parted_where_a_consonant_begins() -> None:
    assert joined_given_name("Yuna") == given_name("Yu-na")
    assert joined_given_name("Jaein") == given_name("Jae-in")
    assert joined_given_name("Campbell") == ""


def test_a_place_with_its_rank_is_said_from_its_syllables() -> None:
    assert administered_place("Punggye-ri") == "pˈʊŋɡjeɪɹiː"
    assert administered_place("Kyrgyz-ri") == ""


def test_a_surname_is_korean_only_before_a_korean_name() -> None:
    assert heard("Seo Ji-eun").startswith("sʌ ")
    assert not heard("Seo Smith").startswith("sʌ ")


def test_in_and_un_keep_their_sound() -> None:
    assert heard("Moon Jae-in").endswith("dʒeɪɪn")
    assert heard("Kim Jong-un").endswith("un")


def test_capitals_hide_no_name() -> None:
    assert heard("KIM JONG-UN AND SEO JI-EUN MEET") != heard("KIM AND SEO MEET")
