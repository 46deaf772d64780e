from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.safe_href import safe_href


@pytest.mark.parametrize(
    "href",
    [
        "https://harbour.example/notices/14?part=2#b",
        "http://harbour.example",
        "HTTPS://harbour.example/",
        "/city/harbour/",
        "/문화/",
        "#corrections",
        "?page=2",
    ],
)
def test_a_link_to_a_page_is_kept(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:ida.renn" + "@" + "courier.example",
        "tel:+4712345678",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "https://bank.example" + "@" + "elsewhere.example/",
        "https:/bank.example",
        "somewhere/else",
        "",
    ],
)
def test_what_no_page_may_carry_is_dropped(href: str) -> None:
    assert safe_href(href) == ""


def test_an_at_sign_in_a_path_is_escaped() -> None:
    assert safe_href("https://video.example/@ida/1") == "https://video.example/%40ida/1"


@given(st.text())
def test_whatever_is_kept_leads_to_a_page(href: str) -> None:
    kept = safe_href(href)
    assert not kept or kept.lower().startswith(("http://", "https://", "/", "#", "?"))
    assert not kept.startswith("//")
