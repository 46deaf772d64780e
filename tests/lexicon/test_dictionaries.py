from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.volume import Pronunciation
from tests.lexicon.making import make_volume, meaning


@pytest.mark.parametrize("written", ["plan", "Plan", "PLAN", " plan "])
def test_case_makes_no_difference(small: Dictionaries, written: str) -> None:
    assert {one.meaning.part for one in small.meanings(written)} == {"noun", "verb"}


def test_a_typographic_apostrophe_is_an_apostrophe(tmp_path: Path) -> None:
    add(tmp_path / "a.sqlite3", make_volume([meaning("cat's-paw")]), name="a")
    with Dictionaries(tmp_path / "a.sqlite3") as dictionaries:
        assert dictionaries.meanings("cat’s-paw")


def test_a_word_is_found_with_and_without_its_accents(tmp_path: Path) -> None:
    add(tmp_path / "a.sqlite3", make_volume([meaning("café")]), name="a")
    with Dictionaries(tmp_path / "a.sqlite3") as dictionaries:
        assert dictionaries.meanings("cafe") == dictionaries.meanings("Café") != ()


def test_phrases_are_found_by_their_first_word(small: Dictionaries) -> None:
    assert small.phrases("draw") == {"draw a line"}
    assert small.phrases("dra") == frozenset()


def test_the_usual_pronunciation_comes_first_and_a_dictionarys_own_last(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    add(
        file,
        make_volume(
            [meaning("quay", pronunciation="kwei"), meaning("kiosk", pronunciation="kjosk")]
        ),
        name="a",
    )
    add(file, make_volume([Pronunciation("quay", "keɪ", 2)], kind="pronunciations"), name="b")
    add(file, make_volume([Pronunciation("quay", "ki", 1)], kind="pronunciations"), name="c")
    with Dictionaries(file) as dictionaries:
        assert dictionaries.pronunciation("quay") == "ki"
        assert dictionaries.pronunciation("kiosk") == "kjosk"
        assert dictionaries.pronunciation("wharf") == ""


def test_a_word_that_nobody_counted_has_no_frequency(small: Dictionaries) -> None:
    assert (small.zipf("Ship"), small.zipf("zyx"), small.counts_uses) == (4.6, None, True)


def test_without_a_file_every_answer_is_empty(tmp_path: Path) -> None:
    with Dictionaries(tmp_path / "none.sqlite3") as dictionaries:
        assert dictionaries.sources == dictionaries.meanings("ship") == ()
        assert dictionaries.zipf("ship") is None
    assert not list(tmp_path.iterdir())
