from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.difference import Piece, difference

paragraphs = st.lists(st.text("ab .\n”", max_size=12).filter(bool), max_size=6)


def test_only_what_changed_is_shown_word_by_word() -> None:
    before = ["The pier opens", "It has 41 lamps.", "It is long."]
    after = ["The pier opens", "It has 14 lamps, all lit.", "It is long."]
    assert difference(before, after) == [
        [
            Piece("same", "It has "),
            Piece("gone", "41"),
            Piece("new", "14"),
            Piece("same", " lamps"),
            Piece("new", ", all lit"),
            Piece("same", "."),
        ]
    ]


def test_a_paragraph_that_came_or_went_is_shown_whole() -> None:
    assert difference(["One.", "Two."], ["One."]) == [[Piece("gone", "Two.")]]
    assert difference(["One."], ["One.", "Two."]) == [[Piece("new", "Two.")]]


def test_what_stayed_is_no_difference() -> None:
    assert difference(["One.", "Two."], ["One.", "Two."]) == []


@given(paragraphs, paragraphs)
def test_the_pieces_give_both_versions_back(before: list[str], after: list[str]) -> None:
    shown = difference(before, after)
    was = ["".join(one.text for one in pieces if one.kind != "new") for pieces in shown]
    now = ["".join(one.text for one in pieces if one.kind != "gone") for pieces in shown]
    stayed, stays = Counter(before), Counter(after)
    stayed.subtract(text for text in was if text)
    stays.subtract(text for text in now if text)
    assert +stayed == +stays
    assert min([*stayed.values(), *stays.values()], default=0) >= 0
