from __future__ import annotations

from broadsheet.wire.pull_quotes import attribution, is_pulled, is_quoted
from tests.wire.making import SENTENCE, make_slips

SAID = "“The river has moved, and the gauge has not,” Abara said on Monday."


def test_words_that_stand_in_a_paragraph_near_are_pulled() -> None:
    slips = make_slips("“The river has moved, and the gauge has not.”", SAID, SENTENCE)
    assert is_pulled(slips, 0)
    assert not is_pulled(slips, 1)


def test_a_paragraph_is_not_pulled_from_itself() -> None:
    assert not is_pulled(make_slips(SAID, SAID), 0)


def test_who_is_quoted_stands_on_the_next_line() -> None:
    slips = make_slips(
        "“It moved.”", "— Ruth Abara", "“It moved.”", "Ruth Abara, hydrologist", "So"
    )
    assert attribution(slips, 0) == "Ruth Abara"
    assert attribution(slips, 2) == "Ruth Abara, hydrologist"
    assert attribution(slips, 3) == ""


def test_a_quotation_is_quoted_from_end_to_end() -> None:
    quoted, half = make_slips("“It moved.”", SAID)
    assert is_quoted(quoted)
    assert not is_quoted(half)
