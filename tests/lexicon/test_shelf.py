from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.shelf import add, remove, sources
from broadsheet.lexicon.volume import DictionaryError, Form, Record
from tests.lexicon.making import make_volume, meaning


def breaking() -> Iterator[Record]:
    yield meaning("ship")
    raise DictionaryError("bad.txt: line 2 is broken; get it again")


def test_a_dictionary_is_kept_with_its_licence_and_source(tmp_path: Path) -> None:
    file = tmp_path / "var" / "dictionaries.sqlite3"
    source = add(file, make_volume([meaning("ship"), meaning("quay")], licence="GPL-3.0"), name="a")
    assert sources(file) == (source,)
    assert (source.licence, source.origin, source.records) == ("GPL-3.0", "small.txt", 2)


def test_a_dictionary_that_breaks_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "dictionaries.sqlite3"
    with pytest.raises(DictionaryError, match="line 2 is broken"):
        add(file, make_volume(breaking()), name="bad")
    assert not list(tmp_path.iterdir())


def test_a_dictionary_that_breaks_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "dictionaries.sqlite3"
    add(file, make_volume([meaning("ship")]), name="good")
    before = file.read_bytes()
    with pytest.raises(DictionaryError):
        add(file, make_volume(breaking()), name="good")
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_dictionary_is_refused(tmp_path: Path) -> None:
    nothing = [Form("ships", "noun", "ship"), meaning("x" * 500), meaning("ship", gloss="<b></b>")]
    with pytest.raises(DictionaryError, match="there is not one entry in it"):
        add(tmp_path / "a.sqlite3", make_volume(nothing), name="a")


def test_a_dictionary_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.lexicon.shelf.MOST_RECORDS", 100)
    endless = (meaning(f"word{number}") for number in range(10**9))
    with pytest.raises(DictionaryError, match="over 100 entries"):
        add(tmp_path / "a.sqlite3", make_volume(endless), name="a")
    assert not list(tmp_path.iterdir())


def test_a_second_one_of_a_name_takes_the_place_of_the_first(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    add(file, make_volume([meaning("ship", gloss="old")]), name="a")
    add(file, make_volume([meaning("ship", gloss="other")]), name="b")
    add(file, make_volume([meaning("ship", gloss="new")]), name="a")
    with Dictionaries(file) as dictionaries:
        found = [(one.source, one.meaning.gloss) for one in dictionaries.meanings("ship")]
    assert found == [("a", "new"), ("b", "other")]


def test_a_dictionary_is_taken_out_with_all_that_it_had(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    add(file, make_volume([meaning("ship"), Form("shippes", "noun", "ship")]), name="a")
    add(file, make_volume([meaning("quay")]), name="b")
    remove(file, "a")
    with Dictionaries(file) as dictionaries:
        assert not dictionaries.meanings("ship")
        assert not dictionaries.bases("shippes", "noun")
        assert [one.name for one in dictionaries.sources] == ["b"]


def test_one_that_is_not_there_cannot_be_taken_out(tmp_path: Path) -> None:
    add(tmp_path / "a.sqlite3", make_volume([meaning("ship")]), name="a")
    with pytest.raises(DictionaryError, match="no dictionary has this name; there is a"):
        remove(tmp_path / "a.sqlite3", "b")


def test_who_reads_goes_on_reading_while_another_is_added(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    add(file, make_volume([meaning("ship")]), name="a")
    with Dictionaries(file) as dictionaries:
        add(file, make_volume([meaning("quay")]), name="b")
        assert dictionaries.meanings("ship")
        assert not dictionaries.meanings("quay")
    with Dictionaries(file) as dictionaries:
        assert dictionaries.meanings("quay")


@pytest.mark.parametrize("shape", [None, 99])
def test_a_file_that_is_no_shelf_is_refused(tmp_path: Path, shape: int | None) -> None:
    file = tmp_path / "a.sqlite3"
    if shape is None:
        file.write_bytes(b"this is no database" * 100)
    else:
        books = sqlite3.connect(file)
        books.execute(f"PRAGMA user_version = {shape}")
        books.execute("CREATE TABLE one (a)")
        books.close()
    with pytest.raises(DictionaryError, match="take it away and add"):
        sources(file)


def test_nothing_that_a_dictionary_says_is_markup_on_the_shelf(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=steal()>a boat<script>steal()</script>"
    record = meaning(
        f"ship{'<b>'}",
        gloss=hostile,
        example=hostile,
        pronunciation=hostile,
        key=hostile,
        synonyms=(hostile,),
        subject=hostile,
        about=hostile,
    )
    add(tmp_path / "a.sqlite3", make_volume([record], title=hostile, licence=hostile), name="a")
    with Dictionaries(tmp_path / "a.sqlite3") as dictionaries:
        everything = repr((dictionaries.meanings("ship"), dictionaries.sources))
    assert "a boat" in everything
    assert "<" not in everything
    assert "steal" not in everything
