from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.lines import clean, lines
from broadsheet.wire.prose import QUOTES


def test_lines_that_are_not_blank_keep_their_numbers() -> None:
    found = lines("One\r\n\r\n \u00a0\n  Two\u2028Three")
    assert [(line.number, line.text, line.indent, line.is_after_blank) for line in found] == [
        (1, "One", 0, True),
        (4, "Two", 2, True),
        (5, "Three", 0, False),
    ]


def test_a_line_of_which_nothing_shows_is_kept_for_the_account() -> None:
    assert [(line.raw, line.text) for line in lines("\u200b\ufeff\nOne")] == [
        ("\u200b\ufeff", ""),
        ("One", "One"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("been made,\u00a0 Reuters", "been made, Reuters"),
        ("two\u2003\u2009wide\u200b spa\u00adces", "two wide spaces"),
        ("bell\x07 and\x1b[31m red", "bell and[31m red"),
        ("«\u00a0Oui\u00a0», dit-il\u202f!", "«\u00a0Oui\u00a0», dit-il\u202f!"),
        ("10\u00a0000 crowns", "10\u00a0000 crowns"),
        ("来月　週末", "来月　週末"),
        ("family 👨\u200d👩\u200d👧 here", "family 👨\u200d👩\u200d👧 here"),
    ],
)
def test_odd_spaces_become_plain_unless_they_do_their_work(written: str, read: str) -> None:
    assert clean(written) == read


@given(st.text())
def test_quotation_marks_and_letters_are_never_touched(text: str) -> None:
    def marks(of: str) -> str:
        return "".join(char for char in of if char in QUOTES or char.isalnum())

    assert marks(clean(text)) == marks(text)
    assert clean(clean(text)) == clean(text)
