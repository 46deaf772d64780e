from __future__ import annotations

import pytest

from tests.server.asking import ask
from tests.server.doors import Door
from tests.server.making import HOME_PAGE, NOT_FOUND, REPORT

ACCEPTED = {
    "": "",
    "br": "br",
    "BR": "br",
    "gzip": "gzip",
    "x-gzip": "gzip",
    "gzip, deflate, br, zstd": "br",
    "gzip,br": "br",
    "gzip , br": "br",
    "gzip, deflate": "gzip",
    "gzip, deflate, br": "br",
    "br;q=0.5, gzip;q=1.0": "br",
    "br;q=0.001": "br",
    "br;q=1.000": "br",
    "gzip;q=1.0, br;q=0": "gzip",
    "br;q=0, gzip;q=0": "",
    "br; q=0.000, gzip": "gzip",
    "gzip;q=0.0": "",
    "gzip ; q=0.8": "gzip",
    "deflate": "",
    "identity": "",
    "*": "",
    "brotli": "",
    "xbr, my-gzip": "",
    "br" + " " * 3000 + "x": "",
}


@pytest.mark.parametrize(("accepts", "coding"), ACCEPTED.items())
def test_a_page_comes_in_the_best_coding_that_is_accepted(
    door: Door, accepts: str, coding: str
) -> None:
    reply = ask(door.address, "/national/talks/", headers={"Accept-Encoding": accepts})
    assert reply.status == 200
    assert reply["Content-Encoding"] == coding
    assert reply["Content-Type"] == "text/html; charset=utf-8"
    assert reply["Vary"] == "Accept-Encoding"
    assert reply["Content-Length"] == str(len(reply.body))
    assert reply.text == REPORT


def test_without_the_header_a_page_comes_as_it_is(door: Door) -> None:
    reply = ask(door.address, "/")
    assert (reply["Content-Encoding"], reply.text) == ("", HOME_PAGE)
    assert reply["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "kind"),
    {
        "/assets/paper.1a2b.css": "text/css; charset=utf-8",
        "/assets/tools.1a2b.js": "text/javascript; charset=utf-8",
        "/national/feed.xml": "application/xml; charset=utf-8",
        "/national/talks/index.html": "text/html; charset=utf-8",
    }.items(),
)
def test_every_text_file_is_negotiated(door: Door, path: str, kind: str) -> None:
    for accepts in ("br", "gzip", ""):
        reply = ask(door.address, path, headers={"Accept-Encoding": accepts})
        assert reply.status == 200
        assert (reply["Content-Type"], reply["Content-Encoding"]) == (kind, accepts)


def test_a_sibling_that_is_missing_is_done_without(door: Door) -> None:
    both = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    gzip_alone = ask(door.address, "/gzip-alone/", headers=both)
    assert (gzip_alone["Content-Encoding"], gzip_alone.text) == ("gzip", "<p>and gzip</p>")
    plain = ask(door.address, "/plain/", headers=both)
    assert (plain["Content-Encoding"], plain.text) == ("", "<p>plain alone</p>")


def test_a_photo_is_sent_as_it_is(door: Door) -> None:
    reply = ask(door.address, "/photos/talks.jpg", headers={"Accept-Encoding": "br, gzip"})
    assert reply["Content-Type"] == "image/jpeg"
    assert reply["Content-Encoding"] == reply["Vary"] == ""


def test_the_page_of_an_error_is_negotiated_too(door: Door) -> None:
    reply = ask(door.address, "/no/such/page/", headers={"Accept-Encoding": "br"})
    assert (reply.status, reply["Content-Encoding"], reply.text) == (404, "br", NOT_FOUND)


def test_head_says_what_get_says_and_sends_nothing(door: Door) -> None:
    for path in ("/national/talks/", "/photos/talks.jpg", "/no/such/page/"):
        got = ask(door.address, path, headers={"Accept-Encoding": "gzip"})
        head = ask(door.address, path, method="HEAD", headers={"Accept-Encoding": "gzip"})
        assert head.status == got.status
        assert head.body == b""
        for name in ("Content-Type", "Content-Length", "Content-Encoding", "ETag", "Vary"):
            assert head[name] == got[name]
