from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.readers.lookalikes import keeps_to_its_script, look


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mina Bell", "mina bell"),
        ("Mina Bell", "MinaBell"),
        ("Mina Bell", "Mína Béll"),
        ("Mina Bell", "Mina BeII"),
        ("Mina Bell", "M1na Be11"),
        ("Mina Bell", "Ｍｉｎａ Ｂｅｌｌ"),
        ("Rob Moon", "Rob M00n"),
        ("Tom Burns", "Torn Burns"),
        ("Coco", "Сосо"),
        ("scope", "ѕсоре"),
        ("Vanna", "Vαnnα"),
        ("Walt", "VValt"),
        ("Straße", "STRASSE"),
        ("한글", "한글"),
        ("mina_bell", "mina-bell"),
    ],
)
def test_names_that_look_alike_have_one_look(one: str, other: str) -> None:
    assert look(one) == look(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mina", "Nina"), ("한글", "한굴"), ("Ben", "Bea"), ("Иван", "Ивана")]
)
def test_names_that_can_be_told_apart_do_not(one: str, other: str) -> None:
    assert look(one) != look(other)


@pytest.mark.parametrize("name", ["Mina Bell", "한지원 Han", "田中 ハナ", "Ольга", "محمد", "Ñandú"])
def test_a_name_in_one_alphabet_keeps_to_it(name: str) -> None:
    assert keeps_to_its_script(name)


@pytest.mark.parametrize("name", ["Mіna", "Vαnna", "Paвel", "한글а", "ⲀMina"])
def test_a_name_that_mixes_alphabets_does_not(name: str) -> None:
    assert not keeps_to_its_script(name)


@given(st.text(max_size=60))
def test_a_look_looks_like_itself(name: str) -> None:
    assert look(look(name)) == look(name)


@given(st.text(max_size=60))
def test_a_look_does_not_depend_on_case(name: str) -> None:
    assert look(name.casefold()) == look(name)
