"""A name, a text and attributes → an XML element."""

from __future__ import annotations

from broadsheet.feeds.xml_text import xml_text


def xml_element(name: str, text: str = "", **attributes: str | int) -> str:
    """One element that holds no others. The attributes keep the order in which they are given.

    >>> xml_element("category", "City & port")
    '<category>City &#x26; port</category>'
    >>> xml_element("enclosure", url="https://a.example/b.mp3", length=7)
    '<enclosure url="https://a.example/b.mp3" length="7"/>'
    """
    written = "".join(f' {key}="{xml_text(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{xml_text(text)}</{name}>" if text else f"<{name}{written}/>"
