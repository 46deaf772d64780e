from __future__ import annotations

from broadsheet.paper.tidy_html import tidy_html


def test_blank_lines_and_margins_go() -> None:
    assert tidy_html("\n<p>\n   \n  One\r\n\n</p>  \n") == "<p>\nOne\n</p>\n"


def test_spaces_within_a_line_stay() -> None:
    assert tidy_html("<p>one  <em>two</em> three</p>") == "<p>one  <em>two</em> three</p>\n"


def test_a_space_that_does_not_break_is_not_a_margin() -> None:
    assert tidy_html("<p>5\n\u00a0km</p>") == "<p>5\n\u00a0km</p>\n"


def test_what_somebody_typed_is_left_as_typed() -> None:
    typed = '<textarea name="message">\nDear Ida,\n\n\n  yours</textarea>'
    assert tidy_html(f"<p>\n\n{typed}\n\n</p>") == f"<p>{typed}</p>\n"
