from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.lines import lines
from broadsheet.wire.take import takes

LONG = (
    "The town clock will run two minutes slow for good, its council decided on Monday, after the "
    "clockmaker said that he would rather stop it than mend it, and went home to his dinner."
)


def texts(text: str) -> list[str]:
    return [take.text for take in takes(lines(text))]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_are_joined_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(LONG, width) for _ in range(3))
    assert texts(f"The clock\nBy Nora Field\n\n{wrapped}") == [
        "The clock",
        "By Nora Field",
        *[LONG] * 3,
    ]


def test_paragraphs_told_by_their_indent_alone_are_kept_apart() -> None:
    wrapped = "\n".join(textwrap.fill(LONG, 72, initial_indent="    ") for _ in range(2))
    assert texts(wrapped) == [LONG, LONG]


def test_the_items_of_a_wrapped_list_are_kept_apart() -> None:
    items = "\n".join(
        textwrap.fill(LONG, 72, initial_indent="- ", subsequent_indent="  ") for _ in range(2)
    )
    assert texts(f"{textwrap.fill(LONG, 72)}\n\n{items}") == [LONG, f"- {LONG}", f"- {LONG}"]


def test_short_paragraphs_without_blank_lines_are_not_taken_for_one() -> None:
    page = [
        f"The council met on day {at} and kept the pier open for another long year."
        for at in range(9)
    ]
    assert texts("\n".join(page)) == page


def test_lines_of_a_page_are_takes_of_their_own() -> None:
    assert texts(f"Share\nSave\n{LONG}\n{LONG}\ns") == ["Share", "Save", LONG, LONG, "s"]


def test_a_word_that_was_broken_at_its_hyphen_is_whole_again() -> None:
    wrapped = textwrap.fill(LONG.replace("two minutes", "long-standing two-minute"), 50)
    assert "long-standing two-minute" in texts(f"{wrapped}\n\n{wrapped}")[0]


@given(st.text())
def test_every_line_that_shows_something_is_in_one_take(text: str) -> None:
    found = lines(text)
    inside = [line for take in takes(found) for line in take.lines]
    assert inside == [line for line in found if line.text]
