from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.gloss import MOST_SENSES, gloss
from broadsheet.lexicon.glossary import GlossaryEntry, Pin
from broadsheet.lexicon.glosses import Entry, Glosses
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.shelf import add
from tests.lexicon.making import SMALL, make_galley, make_shelf, make_volume, meaning


def look_up(small: Dictionaries, text: str, *glossary: GlossaryEntry) -> Glosses:
    return gloss(make_galley(text), small, glossary, analyst=PlainAnalyst(small))


def entries(small: Dictionaries, text: str, *glossary: GlossaryEntry) -> dict[str, Entry | None]:
    galley = make_galley(text)
    glosses = gloss(galley, small, glossary, analyst=PlainAnalyst(small))
    return {galley.word(number): entry for number, entry in enumerate(glosses.words)}


def units(small: Dictionaries, text: str, *glossary: GlossaryEntry) -> list[tuple[str, list[str]]]:
    galley = make_galley(text)
    glosses = gloss(galley, small, glossary, analyst=PlainAnalyst(small))
    return [
        (one.entry.base, [galley.word(number) for number in one.words]) for one in glosses.units
    ]


def test_an_inflected_word_is_told_with_its_base_and_its_form(small: Dictionaries) -> None:
    entry = entries(small, "They were discussing it.")["discussing"]
    assert entry
    assert (entry.base, entry.form, entry.part) == (
        "discuss",
        "present participle of discuss",
        "verb",
    )
    assert entry.senses[0].gloss == "talk about"
    assert entry.senses[0].simpler == ("talk over",)


def test_a_plural_that_is_a_headword_gives_its_own_meaning_first(small: Dictionaries) -> None:
    entry = entries(small, "The arms came.")["arms"]
    assert entry
    assert entry.form == "plural of arm"
    assert [one.gloss for one in entry.senses] == [
        "weapons",
        "the part of the body from shoulder to hand",
    ]


def test_what_newspapers_mean_by_a_word_comes_first(small: Dictionaries) -> None:
    entry = entries(small, "The bank closed.")["bank"]
    assert entry
    assert entry.senses[0].gloss == "a firm that keeps money"


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("They signed arms control treaties.", "arms control", ["arms", "control"]),
        ("He has drawn a line.", "draw a line", ["drawn", "a", "line"]),
        ("He drew the line.", "draw a line", ["drew", "the", "line"]),
        ("They carried out the plan.", "carry out", ["carried", "out"]),
        ("They carried the plan out.", "carry out", ["carried", "out"]),
        ("They carried it out.", "carry out", ["carried", "out"]),
    ],
)
def test_words_with_one_meaning_together_are_found(
    small: Dictionaries, text: str, unit: str, words: list[str]
) -> None:
    assert units(small, text) == [(unit, words)]


@pytest.mark.parametrize(
    ("text", "form", "ipa"),
    [
        ("He has drawn a line.", "past participle of draw a line", "drawn a line"),
        ("Two master plans failed.", "plural of master plan", "master plans"),
        ("The master plan failed.", "", "master plan"),
    ],
)
def test_words_with_one_meaning_together_are_told_and_sound_as_they_are_printed(
    tmp_path: Path, text: str, form: str, ipa: str
) -> None:
    with make_shelf(tmp_path / "a.sqlite3", (*SMALL, meaning("master plan"))) as known:
        said = gloss(make_galley(text), known, analyst=PlainAnalyst(known), say=lambda word: word)
    (unit,) = said.units
    assert (unit.entry.form, unit.entry.ipa) == (form, ipa)


@pytest.mark.parametrize(
    "text", ["The line was drawn by a man.", "They carried the man who fell out."]
)
def test_words_that_only_stand_near_are_no_unit(small: Dictionaries, text: str) -> None:
    assert units(small, text) == []


def test_a_word_is_in_one_unit_at_most(tmp_path: Path) -> None:
    words = ["harbor", "master", "plan", "harbor master", "master plan"]
    with make_shelf(tmp_path / "a.sqlite3", map(meaning, words)) as dictionaries:
        found = units(dictionaries, "They showed the harbor master plan.")
    assert found == [("harbor master", ["harbor", "master"])]


def test_a_unit_stands_before_the_word_itself(small: Dictionaries) -> None:
    glosses = look_up(small, "They carried out the plan.")
    assert [entry.base for entry in glosses.of(1)] == ["carry out", "carry"]


def test_a_word_that_no_dictionary_has_is_told_by_its_pieces(small: Dictionaries) -> None:
    entry = entries(small, "It spoke of denuclearization.")["denuclearization"]
    assert entry
    assert entry.kind == "parts"
    assert [(piece.written, piece.gloss) for piece in entry.pieces] == [
        ("de-", "take away or undo"),
        ("nuclear", "of the inside of atoms"),
        ("-ization", "making or becoming this"),
    ]


def test_the_newsrooms_own_comes_before_every_dictionary(small: Dictionaries) -> None:
    own = GlossaryEntry(
        phrase="arms control", gloss="limits that states agree on", kind="term", path="/arms/"
    )
    glosses = look_up(small, "They want arms control now.", own)
    (unit,) = glosses.units
    assert (unit.entry.kind, unit.entry.senses[0].gloss, unit.entry.path) == (
        "glossary",
        "limits that states agree on",
        "/arms/",
    )
    assert glosses.of(2) == (unit.entry,)


def test_a_name_is_explained_by_the_glossary_and_by_nothing_else(small: Dictionaries) -> None:
    brandt = GlossaryEntry(phrase="Ida Brandt", gloss="mayor of Lindvik", kind="person", path="/b/")
    text = "On Monday Ida Brandt met Bo Master."
    assert units(small, text, brandt) == [("Ida Brandt", ["Ida", "Brandt"])]
    assert entries(small, text, brandt)["Bo"] is None


def test_a_glossary_name_is_not_found_in_small_letters(small: Dictionaries) -> None:
    bank = GlossaryEntry(phrase="Bank", gloss="the Bank of Lindvik")
    assert units(small, "The bank closed.", bank) == []
    assert units(small, "They said the Bank closed.", bank) == [("Bank", ["Bank"])]


def test_a_glossary_term_is_found_in_its_forms(small: Dictionaries) -> None:
    term = GlossaryEntry(phrase="master plan", gloss="the plan of a whole town")
    assert units(small, "The master plans failed.", term) == [("master plan", ["master", "plans"])]


def test_an_editor_can_pin_a_meaning(small: Dictionaries) -> None:
    pin = Pin(base="bank", part="noun", source="small", gloss="the land beside a river")
    galley = make_galley("The bank closed.")
    for pins, first in (((), "a firm that keeps money"), ((pin,), pin.gloss)):
        glosses = gloss(galley, small, analyst=PlainAnalyst(small), pins=pins)
        entry = glosses.words[1]
        assert entry
        assert (entry.senses[0].gloss, entry.is_pinned) == (first, bool(pins))


def test_a_meaning_is_pinned_that_was_too_unlikely_to_be_shown(tmp_path: Path) -> None:
    senses = [meaning("bank", gloss=f"meaning {order}", order=order) for order in range(1, 10)]
    pin = Pin(base="bank", part="noun", source="small", gloss="meaning 9")
    with make_shelf(tmp_path / "a.sqlite3", senses) as shelf:
        glosses = gloss(make_galley("A bank."), shelf, analyst=PlainAnalyst(shelf), pins=(pin,))
    assert glosses.words[1]
    told = [one.gloss for one in glosses.words[1].senses]
    assert told[0] == "meaning 9"
    assert len(told) == len(set(told)) == MOST_SENSES


def test_a_pin_holds_for_its_part_of_speech_alone(small: Dictionaries) -> None:
    pin = Pin(base="plan", part="noun", source="small", gloss="what somebody means to do")
    galley = make_galley("They plan to plan. The plan failed.")
    glosses = gloss(galley, small, analyst=PlainAnalyst(small), pins=(pin,))
    firsts = [one.senses[0].part for one in glosses.words if one and one.base == "plan"]
    assert set(firsts) == {"noun", "verb"}


def test_a_word_whose_sound_stands_nowhere_is_said(small: Dictionaries) -> None:
    galley = make_galley("The ship came.")
    glosses = gloss(galley, small, analyst=PlainAnalyst(small), say=lambda word: f"<{word}>")
    assert glosses.words[1]
    assert glosses.words[1].ipa == "<ship>"


def test_behind_what_the_newsroom_says_the_dictionary_may_stand(small: Dictionaries) -> None:
    for is_alone, shown in ((True, ["glossary"]), (False, ["glossary", "word"])):
        ship = GlossaryEntry(phrase="ship", gloss="the ferry to Lindvik", is_alone=is_alone)
        found = look_up(small, "They said the ship came.", ship)
        assert [one.kind for one in found.of(3)] == shown


def test_numbers_and_words_of_grammar_are_answered_simply_or_not_at_all(
    small: Dictionaries,
) -> None:
    found = entries(small, "In 2031 the ships of 4.2 tons came despite it.")
    assert [word for word, entry in found.items() if entry] == ["ships", "despite"]
    assert found["despite"]
    assert found["despite"].kind == "grammar"


def test_a_place_that_a_dictionary_knows_is_told(small: Dictionaries) -> None:
    entry = entries(small, "They left for Lindvik.")["Lindvik"]
    assert entry
    assert (entry.base, entry.senses[0].gloss) == ("Lindvik", "a port in the north")


def test_each_language_tells_its_own_and_a_second_english_one_only_what_is_missing(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.sqlite3"
    make_shelf(file).close()
    add(file, make_volume([meaning("ship", gloss="said again"), meaning("skiff")]), name="second")
    add(file, make_volume([meaning("ship", "", gloss="배")], gloss_language="ko"), name="korean")
    with Dictionaries(file) as dictionaries:
        found = entries(dictionaries, "The ship and the skiff came.")
    assert found["ship"]
    assert [(one.source, one.gloss) for one in found["ship"].senses] == [
        ("small", "a large boat"),
        ("korean", "배"),
    ]
    assert found["skiff"]
    assert found["skiff"].senses[0].source == "second"


def test_the_same_galley_gives_the_same_glosses(tmp_path: Path) -> None:
    text = "They carried out the plan of the harbor master of Lindvik’s bank."
    with make_shelf(tmp_path / "a.sqlite3", SMALL) as first:
        one = look_up(first, text)
    with make_shelf(tmp_path / "b.sqlite3", SMALL) as second:
        assert look_up(second, text) == one


def test_without_dictionaries_only_the_glossary_answers(tmp_path: Path) -> None:
    own = GlossaryEntry(phrase="harbor", gloss="ours")
    with Dictionaries(tmp_path / "none.sqlite3") as none:
        glosses = look_up(none, "The harbor closed.", own)
    assert [one.entry.base for one in glosses.units] == ["harbor"]
    assert not any(glosses.words)
