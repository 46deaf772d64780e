from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.gloss import gloss
from broadsheet.lexicon.glossary import GlossaryEntry, Pin
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.words_file import words_file
from tests.lexicon.making import make_galley, make_shelf, make_volume, meaning

HOSTILE = "</script><img src=x onerror=steal()>"


def make_file(
    small: Dictionaries, text: str, *glossary: GlossaryEntry, pins: tuple[Pin, ...] = ()
) -> bytes:
    galley = make_galley(text)
    glosses = gloss(galley, small, glossary, analyst=PlainAnalyst(small), pins=pins)
    return words_file(glosses, galley)


def read(data: bytes) -> Any:
    return json.loads(data)


def test_each_word_leads_to_its_entry_by_its_number(small: Dictionaries) -> None:
    content = read(make_file(small, "The ship carried out the plan."))
    assert [
        content["entries"][entry]["base"] if entry >= 0 else "" for entry in content["words"]
    ] == ["", "ship", "carry", "", "", "plan"]
    (unit,) = content["units"]
    assert content["entries"][unit[0]]["base"] == "carry out"
    assert unit[1:] == [2, 3]


def test_a_browser_is_told_where_each_sentence_and_word_stands(small: Dictionaries) -> None:
    text = "Ships 𝄞 came. A “plan” stood."
    content = read(make_file(small, text))
    ((place, sentences),) = content["lines"]
    assert place == "body.0"
    units = text.encode("utf-16-le")
    told = []
    for start, end, spans in sentences:
        at, words = start, []
        for gap, length in zip(spans[::2], spans[1::2], strict=True):
            words.append(units[2 * (at + gap) : 2 * (at + gap + length)].decode("utf-16-le"))
            at += gap + length
        told.append((units[2 * start : 2 * end].decode("utf-16-le"), words))
    assert told == [
        ("Ships 𝄞 came. ", ["Ships", "came"]),
        ("A “plan” stood.", ["A", "plan", "stood"]),
    ]
    assert sum(len(words) for _, words in told) == len(content["words"])


def test_a_meaning_that_an_editor_has_chosen_is_marked(small: Dictionaries) -> None:
    pin = Pin(base="bank", part="noun", source="small", gloss="a firm that keeps money")
    (pinned,) = read(make_file(small, "The bank.", pins=(pin,)))["entries"]
    assert pinned["pinned"] is True
    assert "pinned" not in read(make_file(small, "The bank."))["entries"][0]


def test_what_words_share_stands_in_it_once(small: Dictionaries) -> None:
    content = read(make_file(small, "Ship by ship by ship. The plans and the plan."))
    bases = [entry["base"] for entry in content["entries"]]
    assert bases == ["ship", "plan", "plan"]
    plans, plan = content["entries"][1:]
    assert plans["senses"] == plan["senses"]
    glosses = [sense["gloss"] for sense in content["senses"]]
    assert len(glosses) == len(set(glosses))


def test_only_what_the_report_needs_is_in_it(small: Dictionaries) -> None:
    assert "river" not in make_file(small, "The ship came.").decode()


def test_nothing_in_it_can_be_markup(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    make_shelf(file, [meaning("ship", gloss=f"a boat {HOSTILE}", example=HOSTILE)]).close()
    add(file, make_volume([meaning("plan")], title=HOSTILE, licence=HOSTILE), name="bad")
    own = GlossaryEntry(phrase="quay", gloss=HOSTILE, kind=HOSTILE, path=f"/{HOSTILE}", ipa=HOSTILE)
    with Dictionaries(file) as dictionaries:
        data = make_file(dictionaries, "The ship left the quay by plan.", own)
    assert not set(b"<>") & set(data)
    assert "a boat" in data.decode()


def test_the_dictionaries_that_it_quotes_are_told_with_their_licences(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    make_shelf(file).close()
    add(file, make_volume([meaning("zephyr")], title="Not quoted"), name="other")
    with Dictionaries(file) as dictionaries:
        content = read(make_file(dictionaries, "The ship came."))
    assert content["sources"] == [
        {"name": "small", "title": "A small dictionary", "language": "en", "licence": "CC0"},
        {"name": "counts", "title": "Counts", "language": "en", "licence": "CC0"},
    ]


def test_the_same_glosses_give_the_same_bytes(small: Dictionaries) -> None:
    text = "The ship carried out the plan of Lindvik."
    assert make_file(small, text) == make_file(small, text)
