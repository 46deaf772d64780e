from __future__ import annotations

import datetime as dt

import pytest

from broadsheet.wire.copy import CopyError, Writer
from tests.wire.making import SECOND, SENTENCE, read_text, shown


def test_labelled_lines_over_a_text_are_its_particulars() -> None:
    copy = read_text(
        "Headline: The pier stays open\nBy: Ida Brandt, staff reporter\nSection: National > Coast\n"
        f"Date: 9 March 2031\nTopics: pier, harbour\nStandfirst: A long night\n\n{SENTENCE}"
    )
    assert (copy.shape, copy.headline, copy.standfirst) == (
        "text",
        "The pier stays open",
        "A long night",
    )
    assert copy.byline == (Writer(name="Ida Brandt", title="staff reporter"),)
    assert copy.sections == ("National", "Coast")
    assert (copy.published_on, copy.topics) == (dt.date(2031, 3, 9), ("pier", "harbour"))
    assert shown(copy.body) == [SENTENCE]


def test_one_line_with_a_colon_is_a_headline() -> None:
    assert read_text(f"Summary: what we know\n\n{SENTENCE}").headline == "Summary: what we know"


def test_nothing_of_a_typed_text_is_dropped_but_end_marks() -> None:
    copy = read_text(f"The pier stays open\n\n{SENTENCE}\n\nNight\n\n{SECOND}\n\n-30-")
    assert [entry.text for entry in copy.account if entry.is_dropped] == ["-30-"]


def test_a_text_without_a_headline_gets_its_first_words_and_the_editor_is_told() -> None:
    copy = read_text(f"{SENTENCE} {SECOND}\n\n{SENTENCE}")
    assert (
        copy.headline
        == "The council met on Monday and kept the pier open for another year, after a long…"
    )
    assert copy.queries[0].reason == "the copy has no headline; its first words stand in for it"


def test_a_headline_alone_is_no_report() -> None:
    with pytest.raises(CopyError, match="only the headline “The pier stays open”"):
        read_text("The pier stays open\n")


def test_wrapped_copy_comes_out_unwrapped() -> None:
    copy = read_text(
        "The pier stays open\n\n"
        "The council met on Monday and kept the pier open for another year,\n"
        "after a long night in which nobody said a word about the bell that\n"
        "had fallen from it.\n"
    )
    assert len(copy.body) == 1
    assert shown(copy.body)[0].endswith("said a word about the bell that had fallen from it.")
