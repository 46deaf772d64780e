from __future__ import annotations

import pytest

from broadsheet.wire.copy import CopyError
from broadsheet.wire.sniff import shape
from tests.wire.making import SENTENCE, make_manuscript


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.md", SENTENCE, "markdown"),
        ("a.HTM", SENTENCE, "html"),
        ("a.txt", f"<!DOCTYPE html><title>x</title><p>{SENTENCE}", "html"),
        ("a", f"<div><p>{SENTENCE}</p><p>x</p></div>", "html"),
        ("a.txt", f"Share\n\nThe pier\n\n{SENTENCE}", "capture"),
        ("a.txt", f"Home > Coast\n\nThe pier\n\n{SENTENCE}", "capture"),
        ("a.txt", f"The pier\n\n{SENTENCE}", "text"),
        ("a.txt", "The <b> tag\n\nIs used for <p> and such.", "text"),
        ("a.txt", "[He] stayed.\n\nIt was {late}", "text"),
    ],
)
def test_the_shape_is_told_by_name_and_beginning(name: str, text: str, told: str) -> None:
    assert shape(make_manuscript(text, name=name)) == told


@pytest.mark.parametrize(
    "text",
    ['{"a": 1}', '[{"a": 1}]', "<?xml version='1.0'?><nitf/>", "<rss></rss>", "x " * 300_000],
)
def test_what_is_no_text_of_a_report_is_refused(text: str) -> None:
    with pytest.raises(CopyError, match="hand in"):
        shape(make_manuscript(text))
