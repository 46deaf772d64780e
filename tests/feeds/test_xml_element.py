from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given

from broadsheet.feeds.xml_element import xml_element
from tests.feeds.making import hostile_text, in_xml


def test_attributes_keep_their_order() -> None:
    written = xml_element("enclosure", url="https://a.example/b.mp3", length=7, type="audio/mpeg")
    assert written == '<enclosure url="https://a.example/b.mp3" length="7" type="audio/mpeg"/>'


def test_a_text_stands_between_tags() -> None:
    assert xml_element("guid", "a & b", isPermaLink="true") == (
        '<guid isPermaLink="true">a &#x26; b</guid>'
    )


@given(text=hostile_text, value=hostile_text)
def test_a_parser_gives_back_what_went_in(text: str, value: str) -> None:
    found = ET.fromstring(xml_element("one", text, two=value))
    assert (found.text or "", found.get("two")) == (in_xml(text), in_xml(value))
    assert len(found) == 0
