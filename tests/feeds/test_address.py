from __future__ import annotations

import re

import pytest
from hypothesis import given

from broadsheet.feeds.address import address
from tests.feeds.making import hostile_paths, make_newspaper


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/", "/"),
        ("/city/harbour/crane-moves-again/", "/city/harbour/crane-moves-again/"),
        ("/문화/", "/%EB%AC%B8%ED%99%94/"),
        ("/%EB%AC%B8%ED%99%94/", "/%EB%AC%B8%ED%99%94/"),
        ("/100%/", "/100%25/"),
        ("/a b/", "/a%20b/"),
        ("/who?/#1/", "/who%3F/%231/"),
        ('/"><x>/', "/%22%3E%3Cx%3E/"),
        ("/a\r\nDisallow: /", "/a%0D%0ADisallow:%20/"),
    ],
)
def test_a_path_is_quoted_once(path: str, written: str) -> None:
    assert address(path, make_newspaper()) == f"https://courier.example{written}"


@pytest.mark.parametrize("path", ["", ".evil.example/", "city/", "https://evil.example/"])
def test_a_path_that_would_change_the_host_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r'this is no path on the site; begin it with "/"$'):
        address(path, make_newspaper())


@given(path=hostile_paths)
def test_whatever_the_path_holds_the_address_is_one_that_rfc_3986_allows(path: str) -> None:
    written = address(path, make_newspaper(url=""))
    assert re.fullmatch(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*", written)
    assert address(written, make_newspaper(url="")) == written
