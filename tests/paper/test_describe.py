from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.describe import LONGEST, describe
from broadsheet.story import Heading, Paragraph, Text
from tests.paper.making import make_plain_story


def test_the_standfirst_describes_a_report() -> None:
    assert describe(make_plain_story(standfirst="Nine o’clock,\nand no sun.")) == (
        "Nine o’clock, and no sun."
    )


def test_without_a_standfirst_the_first_paragraph_does() -> None:
    body = (Heading("Fog"), Paragraph(Text("No boat left.")), Paragraph(Text("None came.")))
    assert describe(make_plain_story(body=body)) == "No boat left."


def test_a_report_of_pictures_has_none() -> None:
    assert describe(make_plain_story(body=())) == ""


def test_a_long_one_ends_after_a_whole_word() -> None:
    told = describe(make_plain_story(standfirst="harbour, " * 40))
    assert told.endswith("harbour…")
    assert len(told) <= LONGEST


def test_a_long_one_without_spaces_ends_somewhere() -> None:
    assert describe(make_plain_story(standfirst="가" * 300)) == "가" * (LONGEST - 1) + "…"


@given(st.text(max_size=500))
def test_none_is_longer_than_what_is_read(standfirst: str) -> None:
    assert len(describe(make_plain_story(standfirst=standfirst, body=()))) <= LONGEST
