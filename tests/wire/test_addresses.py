from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.addresses import picture_file, safe_address, with_refused, without_scheme


@pytest.mark.parametrize(
    "href",
    [
        "https://a.example",
        "http://a.example:8080/x?y=1&z=2#w",
        "/national/coast/",
        "https://예시.example/길",
    ],
)
def test_web_addresses_and_paths_on_the_site_are_safe(href: str) -> None:
    assert safe_address(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JaVaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "https://user:secret@a.example/",
        "//evil.example/",
        "/\\evil.example",
        'https://a.example/"onclick=x',
        "page.html",
        "#top",
        "",
        "https://a.example/" + "x" * 2000,
    ],
)
def test_nothing_else_is(href: str) -> None:
    assert safe_address(href) == ""


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("pier.jpg", "pier.jpg"),
        ("pictures/pier.JPG", "pictures/pier.JPG"),
        ("../../etc/pier.jpg", "pier.jpg"),
        ("/srv/pier.png", "pier.png"),
        ("..\\..\\pier.png", "pier.png"),
        ("https://cdn.example/a/pier%20one.webp?w=900", "pier one.webp"),
        ("https://a.example/passwd", ""),
        ("data:image/png;base64,AAAA", ""),
        ("http://[bad/pier.jpg", ""),
        ("", ""),
    ],
)
def test_a_picture_never_leads_out_of_its_folder(src: str, file: str) -> None:
    assert picture_file(src) == file


@given(st.text(max_size=200))
def test_whatever_is_written_a_picture_stays_inside(src: str) -> None:
    file = picture_file(src)
    assert not file.startswith("/")
    assert ".." not in file.split("/")


def test_addresses_are_shown_without_their_scheme() -> None:
    assert without_scheme("https://www.a.example/b/") == "a.example/b"


def test_what_was_taken_off_is_told() -> None:
    assert with_refused("paragraph", []) == "paragraph"
    assert with_refused("list", ["x:y", ""]) == "list; taken off: x:y, an empty address"
