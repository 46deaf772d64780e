from __future__ import annotations

from broadsheet.lexicon.headline_case import in_sentence_case
from tests.lexicon.making import make_galley


def test_words_that_the_report_writes_small_are_small_in_a_headline_of_capitals() -> None:
    galley = make_galley(
        "The council will reopen the harbor of Lindvik.",
        headline="Lindvik Council Will Reopen Harbor",
    )
    assert in_sentence_case(galley.lines[0], galley) == "Lindvik council will reopen harbor"


def test_a_headline_in_sentence_case_stays_as_it_is() -> None:
    galley = make_galley("The council met.", headline="Lindvik Council wants the harbor back")
    assert in_sentence_case(galley.lines[0], galley) == galley.lines[0].text
