from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.furniture.verdict import COMMENTS, COPYRIGHT, MOST_READ, RELATED, verdict


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("print dictionary print", "row of buttons"),
        ("Share on Facebook", "row of buttons"),
        ("A A A", "row of buttons"),
        ("Audio report: written by reporters, read by AI", "audio player"),
        ("Related Article", RELATED),
        ("RELATED ARTICLE(S)", RELATED),
        ("Read more: The pier that moved at night", RELATED),
        ("ALSO READ The pier that moved at night", RELATED),
        ("À lire aussi : Le train ne reviendra pas", RELATED),
        ("Most read in Business", MOST_READ),
        ("Log in to Twitter or Facebook account to connect", COMMENTS),
        ("Standards Board Policy (0/250자)", COMMENTS),
        ("Comments (3)", COMMENTS),
        ("댓글 3", COMMENTS),
        ("© 2031 The Courier. All rights reserved.", COPYRIGHT),
        ("무단 전재 및 재배포 금지", COPYRIGHT),
        ("無断転載を禁じます", COPYRIGHT),
        ("Home News Sport Opinion", "menu"),
        ("Sign up for our morning newsletter and never miss a thing", "prompt to subscribe"),
        ("Nach der Anzeige weiterlesen", "advertising"),
        ("Utilizamos cookies para mejorar su experiencia.", "notice of the site"),
        ("lock icon", "navigation"),
        ("5 min read", "navigation"),
    ],
)
def test_a_line_of_furniture_is_told_with_its_reason(line: str, why: str) -> None:
    assert verdict(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "The council met on Monday.",
        "Support our troops, rally says",
        "More in Ormsay want the ferry back to the island",
        "Copyright law to change in spring",
        "She asked him to share the road.",
        "Print is not dead, says printer",
        "Related or not, the mayors agree",
        "News of the bridge",
        "",
        "…",
    ],
)
def test_a_line_that_only_holds_a_word_of_furniture_is_none(line: str) -> None:
    assert verdict(line) == ""


def test_long_text_is_never_furniture() -> None:
    assert verdict("We use cookies. " * 30) == ""


@given(st.text(max_size=500))
def test_whatever_the_line_there_is_a_verdict(line: str) -> None:
    assert isinstance(verdict(line), str)
