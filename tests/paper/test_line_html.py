from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from broadsheet.paper.line_html import line_html
from broadsheet.paper.tidy_html import tidy_html


@pytest.mark.parametrize("words", [" a  b ", "a\n  b", "\n\na", "a \r\n b", "<b>&amp;\n</b>"])
def test_every_character_of_a_line_is_in_the_page(words: str) -> None:
    page = tidy_html(f"<body>\n  <p>{line_html(words)}</p>\n</body>")
    assert document_fromstring(page).xpath("string(//p)") == words
