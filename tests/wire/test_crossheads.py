from __future__ import annotations

from broadsheet.wire.crossheads import run_of_lines, setting
from broadsheet.wire.lines import lines
from broadsheet.wire.slip import Slip, slips
from broadsheet.wire.take import takes
from tests.wire.making import SENTENCE, make_slips


def run(text: str) -> list[Slip]:
    return list(run_of_lines(slips(takes(lines(text)), language="en"), 0))


def test_one_short_line_before_prose_is_a_heading() -> None:
    assert setting(make_slips("A long night"), before="", is_followed=True) == "heading"


def test_the_last_line_of_a_text_is_doubtful() -> None:
    assert setting(make_slips("A long night"), before="", is_followed=False) == "doubtful"


def test_a_line_that_is_too_long_is_doubtful() -> None:
    long = "A line that goes on and on without any end in sight and without a full stop at all"
    assert setting(make_slips(long), before="", is_followed=True) == "doubtful"


def test_three_short_lines_are_a_list_and_two_below_a_colon() -> None:
    assert setting(make_slips("a", "b", "c"), before="", is_followed=True) == "list"
    assert setting(make_slips("Boats", "Tides"), before="It said:", is_followed=True) == "list"
    assert setting(make_slips("Boats", "Tides"), before="It said.", is_followed=True) == "doubtful"


def test_a_blank_line_ends_a_run_of_lines_that_stood_together() -> None:
    assert [slip.text for slip in run("Boats\nTides\n\nNames\nPlaces")] == ["Boats", "Tides"]
    assert len(run("Boats\n\nTides\n\nNames")) == 3
    assert len(run(f"Boats\n\n{SENTENCE}")) == 1
