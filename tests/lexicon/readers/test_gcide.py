from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.lexicon.readers.gcide import read_gcide
from broadsheet.lexicon.volume import DictionaryError, Meaning

ENTRY = {
    "pos": [
        {
            "part_of_speech": "n.",
            "definitions": [
                {"text": "A bow. [Obs.]", "examples": []},
                {"text": "A small boat. \n[1913 Webster]", "examples": ["the skiff came in"]},
            ],
        },
        {"part_of_speech": "v. i.", "definitions": [{"text": "To go by skiff.", "examples": []}]},
    ]
}


def make_folder(folder: Path, words: Any) -> Path:
    (folder / "words_S.json").write_text(json.dumps(words))
    return folder


def test_entries_are_read_by_part_of_speech_and_old_meanings_go_last(tmp_path: Path) -> None:
    records = list(read_gcide(make_folder(tmp_path, {"skiff": ENTRY})).records)
    assert [
        (one.part, one.order, one.gloss, one.example) for one in records if isinstance(one, Meaning)
    ] == [
        ("noun", 1, "A small boat.", "the skiff came in"),
        ("verb", 1, "To go by skiff.", ""),
        ("noun", 2, "A bow. [Obs.]", ""),
    ]


@pytest.mark.parametrize(
    "words", [["skiff"], {"skiff": 3}, {"skiff": {"pos": [{"part_of_speech": "n."}]}}]
)
def test_another_shape_is_refused(tmp_path: Path, words: Any) -> None:
    with pytest.raises(DictionaryError, match=r"^words_S\.json: "):
        list(read_gcide(make_folder(tmp_path, words)).records)


def test_what_is_not_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words_S.json").write_text("[" * 100_000)
    with pytest.raises(DictionaryError, match="this is not JSON"):
        list(read_gcide(tmp_path).records)
