from __future__ import annotations

from broadsheet.story import Mark, Paragraph, PullQuote, Text
from broadsheet.wire.jotting import jotting


def test_an_empty_line_ends_a_paragraph_and_others_do_not() -> None:
    assert jotting("The boat\r\nis out.\n\n\nIt is late.") == (
        Paragraph(Text("The boat is out.")),
        Paragraph(Text("It is late.")),
    )


def test_marks_and_safe_links_are_known() -> None:
    typed = "The **first** of [three](https://maps.example/a)."
    marks = (Mark(4, 9, "strong"), Mark(13, 18, "link", "https://maps.example/a"))
    assert jotting(typed) == (Paragraph(Text("The first of three.", marks)),)


def test_a_quotation_says_who_said_it() -> None:
    assert jotting("> It is time\n> to go.\n> — The mayor") == (
        PullQuote(text="It is time to go.", attribution="The mayor"),
    )
    assert jotting("> — so he said") == (PullQuote(text="— so he said"),)


def test_all_else_is_text_as_it_was_typed() -> None:
    for typed in (
        "# No heading",
        "1945. It was late.",
        "- no list",
        "a * b < c & d",
        "<script>alert(1)</script>",
        "[here](javascript:alert(1))",
        "    four spaces",
    ):
        assert jotting(typed) == (Paragraph(Text(typed.strip())),)


def test_nothing_is_nothing() -> None:
    assert jotting(" \n\n ") == ()
