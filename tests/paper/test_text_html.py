from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.text_html import text_html
from broadsheet.story import Mark, MarkKind, Text
from tests.paper.printed import read


def test_marks_become_strong_em_and_a() -> None:
    text = Text("We saw it", (Mark(0, 2, "strong"), Mark(3, 6, "em"), Mark(7, 9, "link", "/it/")))
    assert text_html(text) == '<strong>We</strong> <em>saw</em> <a href="/it/">it</a>'


def test_marks_nest() -> None:
    text = Text("the old pier", (Mark(0, 12, "link", "/pier/"), Mark(4, 7, "em")))
    assert text_html(text) == '<a href="/pier/">the <em>old</em> pier</a>'


def test_marks_over_the_same_words_close_in_the_other_order() -> None:
    text = Text("now", (Mark(0, 3, "strong"), Mark(0, 3, "em")))
    assert text_html(text) == "<strong><em>now</em></strong>"


def test_text_that_looks_like_markup_is_text() -> None:
    assert text_html(Text("a <b> & \"c\" 'd'")) == "a &lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "JaVa\nscript:alert(1)", "data:text/html,x"]
)
def test_a_link_that_runs_a_script_is_left_as_words(href: str) -> None:
    assert text_html(Text("press here", (Mark(0, 5, "link", href),))) == "press here"


def test_a_quotation_mark_cannot_leave_a_link() -> None:
    page = text_html(Text("here", (Mark(0, 4, "link", '/a" onclick="alert(1)'),)))
    assert dict(read(page).xpath("//a")[0].attrib) == {"href": '/a"onclick="alert(1)'}


def test_a_link_within_a_link_is_left_as_words() -> None:
    text = Text("one two", (Mark(0, 7, "link", "/a/"), Mark(4, 7, "link", "/b/")))
    assert text_html(text) == '<a href="/a/">one two</a>'


@pytest.mark.parametrize(
    "marks",
    [
        (Mark(0, 5, "em"), Mark(3, 8, "strong")),
        (Mark(4, 99, "em"),),
        (Mark(4, 6, "em"), Mark(0, 2, "em")),
        (Mark(-2, 2, "em"),),
    ],
)
def test_marks_that_cross_or_leave_the_text_are_refused(marks: tuple[Mark, ...]) -> None:
    with pytest.raises(ValueError, match="sort the marks by start and nest them"):
        text_html(Text("ten letters", marks))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Any characters, with any marks that nest."""
    plain = draw(st.text(st.characters(codec="utf-8"), max_size=60))
    marks: list[Mark] = []

    def fill(start: int, end: int, depth: int) -> None:
        while start < end and depth < 4 and draw(st.booleans()):
            first = draw(st.integers(start, end))
            last = draw(st.integers(first, end))
            kind: MarkKind = draw(st.sampled_from(("strong", "em", "link")))
            marks.append(
                Mark(first, last, kind, draw(st.sampled_from(("/a/", "javascript:a", ""))))
            )
            fill(first, last, depth + 1)
            start = max(last, start + 1)

    fill(0, len(plain), 0)
    return Text(plain, tuple(marks))


@given(texts())
def test_taking_the_tags_away_gives_the_characters_again(text: Text) -> None:
    assert html.unescape(re.sub(r"<[^>]*>", "", text_html(text))) == text.plain


@given(texts())
def test_every_tag_is_one_of_ours_and_is_closed_in_order(text: Text) -> None:
    unclosed: list[str] = []
    for closing, name, rest in re.findall(r"<(/?)(\w*)([^>]*)>", text_html(text)):
        assert name in {"strong", "em", "a"}
        assert rest == (' href="/a/"' if name == "a" and not closing else "")
        if closing:
            assert unclosed.pop() == name
        else:
            unclosed.append(name)
    assert not unclosed
