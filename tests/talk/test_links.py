from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.talk.reading.links import links


@pytest.mark.parametrize(
    ("text", "found"),
    {
        "see https://pier.example/a?b=1#c.": ["https://pier.example/a?b=1#c"],
        "(http://pier.example)": ["http://pier.example"],
        "https://pier.example/a_(b)!": ["https://pier.example/a_(b)"],
        "HTTPS://Pier.Example": ["HTTPS://Pier.Example"],
        "“https://부두.example/길”": ["https://부두.example/길"],
        "https://a.example https://b.example": ["https://a.example", "https://b.example"],
        "javascript:alert(1)//https": [],
        "xhttps://pier.example": [],
        "https:// and http://?": [],
        "data:text/html,<b>": [],
        "ftp://pier.example": [],
        'https://pier.example/"onclick=alert(1)': ["https://pier.example/"],
        "https://[pier.example/": [],
    }.items(),
)
def test_links_end_where_the_sentence_goes_on(text: str, found: list[str]) -> None:
    assert [piece for piece, is_link in links(text) if is_link] == found


@given(st.lists(st.sampled_from(["https://", "a.b", "(", ")", ".", " ", "가", "<", '"', "\n"])))
def test_the_pieces_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(piece for piece, _ in links(text)) == text
