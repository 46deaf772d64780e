from __future__ import annotations

import socket
from urllib.parse import quote

import pytest

from tests.server.asking import TIMEOUT_SECONDS, ask, ask_on
from tests.server.doors import KINDS, Door, open_door
from tests.server.making import HOME_PAGE, NOT_FOUND, REPORT


def test_a_folder_without_its_slash_leads_to_the_one_with_it(door: Door) -> None:
    for path, to in {
        "/national/talks": "/national/talks/",
        "/national/talks?from=mail&x=%20": "/national/talks/?from=mail&x=%20",
        "/national//./talks": "/national/talks/",
        "//national/talks": "/national/talks/",
    }.items():
        reply = ask(door.address, path)
        assert (reply.status, reply["Location"]) == (301, to)


def test_an_address_in_hangul_is_escaped_where_it_leads(door: Door) -> None:
    assert ask(door.address, quote("/전국/회담/")).text == REPORT
    reply = ask(door.address, quote("/전국/회담"))
    assert (reply.status, reply["Location"]) == (301, quote("/전국/회담/"))


@pytest.mark.parametrize("path", ["/empty/", "/empty", "/empty/folder", "/photos/", "/assets"])
def test_a_folder_is_never_listed(door: Door, path: str) -> None:
    reply = ask(door.address, path)
    assert (reply.status, reply.text) == (404, NOT_FOUND)


@pytest.mark.parametrize(
    "path",
    [
        "/no/such/page/",
        "/no/such/page",
        "/no-such.css",
        "/photos/no-such.jpg",
        "/national/talks/index.html/",
        "/national/talks/index.html/more",
        "/" + "x" * 300 + "/",
        "/static/no-such.css",
        "/static/",
        "/static/admin/",
        "/static/admin",
    ],
)
def test_what_is_not_there_is_answered_with_the_page_for_it(door: Door, path: str) -> None:
    reply = ask(door.address, path)
    assert (reply.status, reply.text) == (404, NOT_FOUND)
    assert reply["Content-Type"] == "text/html; charset=utf-8"
    assert reply["Cache-Control"] == "public, max-age=10"


@pytest.mark.parametrize(
    "path",
    [
        "/national/talks/index.html.br",
        "/national/talks/index.html.gz",
        "/national/talks/index.html.new",
        "/assets/paper.1a2b.css.br",
        "/photos/talks.jpg.tmp",
        "/national/.hidden.html",
        "/.private/",
        "/.private/index.html",
        "/.private",
        "/%2eprivate/",
        "/moved.map",
        "/static/admin/.hidden.css",
    ],
)
def test_what_the_press_keeps_for_itself_has_no_address(door: Door, path: str) -> None:
    reply = ask(door.address, path)
    assert (reply.status, reply.text) == (404, NOT_FOUND)


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/..%2fsecret.html",
        "/..%2f",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/national/../../secret.html",
        "/national/..%2f..%2fsecret.html",
        "/static/../../secret.html",
        "/static/%2e%2e/secret.html",
        "/static/..%2f..%2fsecret.html",
        "/static../secret.html",
        "/..\\secret.html",
        "/%5c..%5c..%5csecret.html",
        "/..%252fsecret.html",
        "/photos/..;/..;/secret.html",
        "/%00",
        "/national/%00/",
        "/index.html%00.jpg",
        "/%ff%fe",
        "/%ff%fe/",
        b"/\xff\xfe\xc0\xaf/",
        "/%",
        "/%zz/",
        "/%u002e/",
        "/national/talks/%0d%0aSet-Cookie:%20a=b",
        "/" + "a/" * 2000,
        "/" + "x" * 20000,
        "/.",
        "/..",
        "secret.html",
        "*",
        "/~root/",
        "/|cat",
        "//evil.example/%2e%2e",
        "///",
    ],
)
def test_an_odd_address_leads_nowhere(door: Door, target: str | bytes) -> None:
    reply = ask(door.address, target)
    assert b"a secret" not in reply.body
    assert "Set-Cookie" not in dict(reply.headers)
    assert "evil" not in reply["Location"]
    if reply.status == 200:
        assert reply.text == HOME_PAGE
    else:
        assert reply.status in {400, 404, 414, 431}
    assert ask(door.address, "/").status == 200


def test_slashes_that_follow_each_other_are_one(door: Door) -> None:
    assert ask(door.address, "//").text == HOME_PAGE
    assert ask(door.address, "//national///talks//").text == REPORT


def test_a_query_does_not_matter_to_a_page(door: Door) -> None:
    assert ask(door.address, "/national/talks/?from=mail").text == REPORT


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_page_can_be_read_and_nothing_else(door: Door, method: str) -> None:
    reply = ask(door.address, "/national/talks/", method=method, body=b"x=1")
    assert reply.status == 405


def test_a_connection_serves_more_than_one_request(door: Door) -> None:
    with socket.create_connection(door.address, timeout=TIMEOUT_SECONDS) as connection:
        assert ask_on(connection, "/").text == HOME_PAGE
        assert ask_on(connection, "/no/such/page/").status == 404
        assert ask_on(connection, "/national/talks/").text == REPORT


@pytest.mark.parametrize("kind", KINDS)
def test_a_site_that_is_not_baked_yet_answers_plainly(kind: str) -> None:
    with open_door(kind) as door:
        for page in ("index.html", "404.html"):
            for ending in ("", ".br", ".gz"):
                (door.site / f"{page}{ending}").unlink()
        reply = ask(door.address, "/")
        assert reply.status == 404
        assert "Content-Encoding" not in dict(reply.headers)
