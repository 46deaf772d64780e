from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.reading import reading
from tests.wire.making import SENTENCE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SENTENCE, "prose"),
        ("The pier stays open", "title"),
        ("* * *", "rule"),
        ("https://pass.example/webcam", "address"),
        ("Home > National > Coast", "breadcrumb"),
        ("Tags: pier, harbour", "topics"),
        ("#pier #harbour", "topics"),
        ("Correction: It was June.", "correction"),
        ("An earlier version of this article named the wrong month.", "correction"),
        ("Published 27 November 2031", "dates"),
        ("By Ida Brandt", "byline"),
        ("Photos by Ida Brandt", "credit"),
        ("The pier at dawn. [COURIER]", "caption"),
        ("ida@courier.example", "email"),
        ("— Ida Brandt, mayor", "attribution"),
        ("• the second boat", "item"),
        ("2) the second boat", "item"),
        ("② the second boat", "item"),
        ("> We are glad.", "pull quote"),
        ("—No lo sé —dijo.", "prose"),
    ],
)
def test_a_take_is_read_by_its_surest_sign(text: str, kind: str) -> None:
    assert reading(text, language="en").kind == kind


def test_a_byline_may_hold_its_date_and_furniture() -> None:
    for line in (
        "By Ida Brandt | March 9, 2031 | 5 min read",
        "By Ida Brandt Published 9 March 2031",
        "March 9, 2031 - By Ida Brandt",
    ):
        read = reading(line, language="en")
        assert read.dates is not None
        assert read.dates.published is not None
        assert (read.kind, read.dates.published.day) == ("byline", dt.date(2031, 3, 9))
        assert [writer.name for writer in read.writers] == ["Ida Brandt"]


def test_a_correction_may_name_its_day() -> None:
    read = reading("Correction (Nov. 28, 2031): It was June.", language="en")
    assert read.correction is not None
    assert (read.correction.text, read.correction.corrected_on) == (
        "It was June.",
        dt.date(2031, 11, 28),
    )


def test_items_keep_their_numbers() -> None:
    texts = ["1. boat", "(2) boat", "③ boat", "- boat"]
    assert [reading(text, language="en").number for text in texts] == [1, 2, 3, 0]


@given(st.text(min_size=1, max_size=400).filter(str.strip), st.sampled_from(["en", "ko", "zz"]))
def test_whatever_the_text_it_has_a_reading(text: str, language: str) -> None:
    assert reading(text.strip(), language=language).kind
