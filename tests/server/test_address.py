from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.server.address import BadAddressError, site_path


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"/", "/"),
        (b"//", "/"),
        (b"/a/b", "/a/b"),
        (b"/a/b/", "/a/b/"),
        (b"/a//b/./c/../d", "/a/b/d"),
        (b"/a/b/..", "/a/"),
        (b"/a/.", "/a/"),
        (b"/a%2Fb%2f", "/a/b/"),
        (b"/%EC%A0%84", "/전"),
        (b"/%2e%2e%2e/", "/.../"),
        (b"/a%3Fb", "/a?b"),
        (b"/%", "/%"),
    ],
)
def test_an_address_is_read_as_nginx_reads_it(raw: bytes, path: str) -> None:
    assert site_path(raw) == path


@pytest.mark.parametrize(
    "raw", [b"", b"a", b"*", b"/..", b"/a/../..", b"/%2e%2e/", b"/a%00b", b"/..%2f"]
)
def test_an_address_that_leaves_the_site_is_none(raw: bytes) -> None:
    with pytest.raises(BadAddressError):
        site_path(raw)


_PIECES = st.sampled_from([b"/", b".", b"..", b"%2e", b"%2F", b"%", b"a", b"\xff", b"%00", b"\\"])


@given(st.lists(_PIECES, max_size=20).map(b"".join) | st.binary(max_size=40))
def test_no_address_leads_out_of_the_site(pieces: bytes) -> None:
    try:
        path = site_path(b"/" + pieces)
    except BadAddressError:
        return
    assert path.startswith("/")
    assert "//" not in path
    assert "\0" not in path
    assert not {".", ".."} & set(path.split("/"))
    assert os.fsencode(path)
