"""Where a page was withdrawn its address says so, until a page stands there again."""

from __future__ import annotations

import pytest

from tests.server.asking import ask
from tests.server.doors import KINDS, Door, open_door
from tests.server.making import GONE, REPORT, put
from tests.server.running import wait_until


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
def test_a_withdrawn_page_answers_that_it_is_gone_and_why(door: Door, encoding: str) -> None:
    reply = ask(door.address, "/national/withdrawn/", headers={"Accept-Encoding": encoding})
    assert (reply.status, reply.text) == (410, GONE)
    assert reply["Content-Encoding"] == encoding
    assert reply["Content-Type"] == "text/html; charset=utf-8"
    assert reply["Content-Security-Policy"]


def test_head_asks_for_a_withdrawn_page_too(door: Door) -> None:
    reply = ask(door.address, "/national/withdrawn/", method="HEAD")
    assert (reply.status, reply.text) == (410, "")


def test_a_withdrawn_page_without_its_slash_leads_to_it(door: Door) -> None:
    reply = ask(door.address, "/national/withdrawn")
    assert (reply.status, reply["Location"]) == (301, "/national/withdrawn/")


def test_the_file_itself_has_no_address(door: Door) -> None:
    assert ask(door.address, "/national/withdrawn/gone.html").status == 404


def test_nothing_else_is_gone(door: Door) -> None:
    assert ask(door.address, "/national/never/").status == 404
    assert ask(door.address, "/national/withdrawn/print/").status == 404


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_stands_again_is_served(kind: str) -> None:
    with open_door(kind) as door:
        assert ask(door.address, "/national/withdrawn/").status == 410
        put(door.site / "national/withdrawn/index.html", REPORT)
        wait_until(lambda: ask(door.address, "/national/withdrawn/").status == 200, "the page")
