from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.lexicon.plain_text import plain_lines, plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a <b>small</b> boat", "a small boat"),
        ("<script>alert(1)</script>a boat", "a boat"),
        ("<scr<b>ipt>alert(1)</scr</b>ipt>", "alert(1)"),
        ("<img src=x onerror=alert(1)>a boat", "a boat"),
        ("if a < b > c", "if a ‹ b › c"),
        ("<unclosed", "‹unclosed"),
        ("two\nlines\t here", "two lines here"),
        ("left\u202eright\x00\u200b", "leftright"),
    ],
)
def test_markup_and_unseen_characters_go_and_the_words_stay(written: str, read: str) -> None:
    assert plain_text(written) == read


@given(st.text(alphabet="<>/!&;ab \"'=scriptimg\x00\u202e", max_size=200))
def test_nothing_comes_out_that_could_be_markup(written: str) -> None:
    assert not set("<>\x00\u202e") & set(plain_text(written))
    assert all(not set("<>") & set(line) for line in plain_lines(written))


def test_escaped_markup_is_not_brought_back_to_life() -> None:
    assert plain_lines("&lt;script&gt;alert(1)&lt;/script&gt; a boat") == ["a boat"]
    assert plain_lines("&amp;lt;b&amp;gt;") == ["&lt;b&gt;"]


def test_a_long_text_ends_at_a_word() -> None:
    assert plain_text("a boat that sails, and sails", longest=19) == "a boat that sails…"


def test_paragraphs_of_an_html_entry_are_lines_of_their_own() -> None:
    assert plain_lines("<p>ship</p><div>배 &amp; 선박</div>one<br/>two") == [
        "ship",
        "배 & 선박",
        "one",
        "two",
    ]
