from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from broadsheet.feeds.xml_text import xml_text
from tests.feeds.making import hostile_text, in_xml


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain 한글 😀", "plain 한글 😀"),
        ("a < b & c > d", "a &#x3C; b &#x26; c &#x3E; d"),
        ('"said"', "&#x22;said&#x22;"),
        ("one\r\ntwo\tthree", "one&#xD;&#xA;two&#x9;three"),
        ("bell\x07 null\x00 \ufffe\uffff.", "bell null ."),
        ("half \ud83d pair", "half \ufffd pair"),
        ("]]>", "]]&#x3E;"),
    ],
)
def test_text_is_written_so_that_xml_can_hold_it(text: str, written: str) -> None:
    assert xml_text(text) == written


@given(text=hostile_text)
def test_a_parser_gives_back_what_was_written(text: str) -> None:
    written = xml_text(text)
    read = ET.fromstring(f'<a b="{written}">{written}</a>'.encode())
    assert (read.text or "") == read.get("b") == in_xml(text)
