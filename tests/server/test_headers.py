from __future__ import annotations

import pytest

from broadsheet.headers import PAPER_HEADERS
from tests.server.asking import ask
from tests.server.doors import Door
from tests.server.stand_in import CSP


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 200),
        ("/national/talks/", {"Accept-Encoding": "br"}, 200),
        ("/national/talks/", {"If-None-Match": "*"}, 304),
        ("/national/talks", {}, 301),
        ("/old/address/", {}, 301),
        ("/no/such/page/", {}, 404),
        ("/.private/", {}, 404),
        ("/national/feed.xml", {}, 200),
        ("/assets/paper.1a2b.css", {}, 200),
        ("/photos/talks.jpg", {}, 200),
        ("/photos/talks.jpg", {"Range": "bytes=0-9"}, 206),
        ("/photos/talks.jpg", {"Range": "bytes=99999-"}, 416),
        ("/sound/12-3fa9c1d2e0.mp3", {"Range": "bytes=0-9"}, 206),
        ("/sound/12-3fa9c1d2e0.mp3", {"Range": "bytes=999999-"}, 416),
        ("/sound/12-0d9e8f7a6b.vtt", {"Accept-Encoding": "br"}, 200),
        ("/static/admin/desk.css", {}, 200),
        ("/404.html", {}, 200),
        ("/unavailable.html", {}, 200),
    ],
)
def test_every_answer_from_a_file_carries_the_headers_of_the_paper_once(
    door: Door, path: str, headers: dict[str, str], status: int
) -> None:
    reply = ask(door.address, path, headers=headers)
    assert reply.status == status
    for name, value in PAPER_HEADERS.items():
        assert reply.all(name) == [value]


def test_the_web_application_speaks_for_itself(door: Door) -> None:
    reply = ask(door.address, "/desk/")
    assert reply.all("Content-Security-Policy") == [CSP]
    assert reply.all("Referrer-Policy") == []
    assert reply.all("Cache-Control") == []


def test_the_server_does_not_say_its_version(door: Door) -> None:
    assert not any(letter.isdigit() for letter in ask(door.address, "/")["Server"])
