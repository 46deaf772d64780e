"""The editor's rich text and our text are each other's inverse, and nothing unsafe gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.desk.richtext import html_of, paragraphs, passages, running_text
from broadsheet.story import Mark, Text


def nowhere(_page_id: int) -> str:
    return ""


PLAIN = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Cn"]), min_size=1
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Words with marks that nest: each mark spans whole words, the next lies inside the last."""
    words = draw(st.lists(PLAIN, min_size=1, max_size=6))
    plain = " ".join(words)
    start, end, marks = 0, len(plain), []
    for kind in draw(st.permutations(["strong", "em", "link"])):
        start = draw(st.integers(start, end - 1))
        end = draw(st.integers(start + 1, end))
        if plain[start:end].strip() == plain[start:end]:
            href = "https://example.org/?a=1&b=2" if kind == "link" else ""
            marks.append(Mark(start, end, kind, href))
    return Text(plain, tuple(sorted(set(marks), key=lambda m: (m.start, -m.end, m.kind))))


def test_a_heading_between_paragraphs_is_told_apart() -> None:
    html = "<p>Before.</p><h2>What it <b>cost</b></h2><p>After.</p><ul><li>One.</li></ul>"
    told = [(one.text.plain, one.is_heading) for one in passages(html, nowhere)]
    assert told == [("Before.", False), ("What it cost", True), ("After.", False), ("One.", False)]


@given(texts())
def test_text_comes_back_from_html_as_it_went(text: Text) -> None:
    assert paragraphs(html_of(text), nowhere) == (text,)


@given(st.text())
def test_any_html_gives_sound_text(html: str) -> None:
    for text in paragraphs(html, nowhere):
        assert text.plain == text.plain.strip() != ""
        for mark in text.marks:
            assert 0 <= mark.start < mark.end <= len(text.plain)
            assert mark.kind != "link" or mark.href.startswith(("http://", "https://", "/", "#"))


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//evil.example", ""],
)
def test_an_unsafe_link_becomes_plain_words(href: str) -> None:
    assert paragraphs(f'<p>See <a href="{href}">this</a>.</p>', nowhere) == (Text("See this."),)


def test_a_link_to_a_page_follows_the_page() -> None:
    html = '<p>As <a linktype="page" id="7">reported</a>.</p>'
    (text,) = paragraphs(html, {7: "/national/pier/"}.__getitem__)
    assert text.marks == (Mark(3, 11, "link", "/national/pier/"),)


def test_each_paragraph_of_a_block_stands_alone() -> None:
    assert [text.plain for text in paragraphs("<p>One.</p><p></p><p> Two. </p>", nowhere)] == [
        "One.",
        "Two.",
    ]


def test_search_finds_words_in_lists_and_quotes_and_not_in_markup() -> None:
    blocks = [
        {"type": "paragraph", "value": "<p>The <b>pier</b> &amp; the quay</p>", "id": "1"},
        {"type": "pull_quote", "value": {"text": "It is time", "attribution": "Lund"}, "id": "2"},
        {"type": "listing", "value": {"items": [{"type": "item", "value": "<p>rope</p>"}]}},
    ]
    words = running_text(blocks).split()
    assert words == ["The", "pier", "&", "the", "quay", "It", "is", "time", "Lund", "rope"]
