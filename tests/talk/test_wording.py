from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.talk.refused import Refused
from broadsheet.talk.wording import graphemes, tidied, wording

# What is counted alike in the browser: tests/talk/test_in_a_browser.py asks it the same.
COUNTED = {
    "가나다": 3,
    "\u1100\u1161\u1102\u1161": 2,
    "👨‍👩‍👧‍👦": 1,
    "👩🏽‍🚒👨🏿‍🎓": 2,
    "🇰🇷🇺🇸🇰": 3,
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f": 1,
    "e\u0301a\u0323\u0302": 2,
    "a\u0300\u0301\u0302\u0303\u0304\u0305": 1,
    "नमस्ते": 3,
    "สวัสดี": 4,
    "1️⃣2️⃣": 2,
    "a\nb": 3,
    "\r\n x \r\n\r\n\r\n\r\ny\t": 5,
    "naïve café": 10,
    "\ufeff a\ufeffb\u00a0\u3000": 2,
}


@pytest.mark.parametrize(("typed", "count"), COUNTED.items())
def test_characters_are_counted_as_people_see_them(typed: str, count: int) -> None:
    assert graphemes(tidied(typed)) == count


@pytest.mark.parametrize("longest", [1, 3])
def test_a_comment_may_have_so_many_characters_and_no_more(longest: int) -> None:
    family = "👨‍👩‍👧"
    for letter in ("a", "가", "é", "🇰🇷"):
        assert wording(letter * longest, longest=longest) == letter * longest
    with pytest.raises(Refused, match="1 character too long"):
        wording("가" * (longest + 1), longest=longest)
    with pytest.raises(Refused, match="marks"):
        wording(family * longest, longest=longest)


@given(st.text(), st.integers(20, 400))
def test_what_is_kept_is_kept_as_it_is(typed: str, longest: int) -> None:
    with contextlib.suppress(Refused):
        text = wording(typed, longest=longest)
        assert wording(text, longest=longest) == text
        assert graphemes(text) <= longest
        assert len(text) <= longest * 4
        text.encode()
        assert not set(text) & set("\x00\r\x1b\t\x7f")
