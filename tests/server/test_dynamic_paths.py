from __future__ import annotations

import json
import re
import socket
from typing import Any

import pytest

from broadsheet.headers import DYNAMIC_PATHS
from broadsheet.server.forwarding import WITHHELD
from tests.server.asking import TIMEOUT_SECONDS, Reply, ask
from tests.server.doors import KINDS, Door, open_door
from tests.server.making import HOME_PAGE, UNAVAILABLE


def told(reply: Reply) -> dict[str, Any]:
    assert reply.status == 200, reply.body
    found: dict[str, Any] = json.loads(reply.body)
    return found


@pytest.mark.parametrize("path", DYNAMIC_PATHS)
def test_a_dynamic_path_goes_to_the_web_application_as_it_is(door: Door, path: str) -> None:
    target = f"{path}some%2Fthing/%ED%9A%8C/?q=a%20b&q=c"
    assert told(ask(door.address, target))["target"] == target


def test_it_hears_who_asks_and_how(door: Door) -> None:
    heard = told(ask(door.address, "/desk/", headers={"Cookie": "sessionid=1"}))
    assert heard["headers"]["host"] == "paper.example:8000"
    assert heard["headers"]["x-forwarded-for"] == "127.0.0.1"
    assert heard["headers"]["x-forwarded-proto"] == "https"
    assert heard["headers"]["cookie"] == "sessionid=1"
    assert heard["scheme"] == "https"


def test_it_hears_nothing_that_a_reader_says_of_himself(door: Door) -> None:
    lies = dict.fromkeys((*WITHHELD, "X-Forwarded-For", "X-Request-ID"), "203.0.113.9")
    lies |= {"X-Forwarded-Proto": "http", "X_Forwarded_For": "203.0.113.9"}
    heard = told(ask(door.address, "/desk/", headers=lies))["headers"]
    assert "203.0.113.9" not in heard.values()
    assert heard["x-forwarded-proto"] == "https"


@pytest.mark.parametrize("kind", KINDS)
def test_it_hears_of_the_reader_what_a_proxy_in_front_says(kind: str) -> None:
    named = "198.51.100.7, 203.0.113.9, 10.1.2.3"
    with open_door(kind, proxies="127.0.0.1, 10.0.0.0/8") as behind:
        heard = told(ask(behind.address, "/desk/", headers={"X-Forwarded-For": named}))["headers"]
    assert heard["x-forwarded-for"] == "203.0.113.9"


def test_head_is_answered_like_get_without_a_body(door: Door) -> None:
    head = ask(door.address, "/desk/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head["Content-Type"] == ask(door.address, "/desk/")["Content-Type"]


def test_every_request_has_a_number_of_its_own(door: Door) -> None:
    numbers = {told(ask(door.address, "/desk/"))["headers"]["x-request-id"] for _ in range(5)}
    assert len(numbers) == 5
    assert all(re.fullmatch(r"[0-9a-f]{32}", number) for number in numbers)


def test_a_body_goes_through_whole(door: Door) -> None:
    body = b"x" * 3_000_000
    assert told(ask(door.address, "/letters/", method="POST", body=body))["received"] == len(body)


def test_a_body_of_more_than_64_megabytes_is_refused_before_it_comes(door: Door) -> None:
    announced = {"Content-Length": str(64 * 1024 * 1024 + 1)}
    reply = ask(door.address, "/letters/", method="POST", headers=announced)
    assert reply.status == 413


def test_a_body_that_does_not_say_its_length_is_counted(door: Door) -> None:
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    with socket.create_connection(door.address, timeout=TIMEOUT_SECONDS) as connection:
        connection.sendall(
            b"POST /letters/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        try:
            for _ in range(65):
                connection.sendall(piece)
            connection.sendall(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            return
        try:
            assert connection.recv(64).startswith(b"HTTP/1.1 413")
        except ConnectionResetError:
            return


@pytest.mark.parametrize("path", DYNAMIC_PATHS)
def test_a_dynamic_path_without_its_slash_leads_to_it(door: Door, path: str) -> None:
    reply = ask(door.address, path.rstrip("/"))
    assert (reply.status, reply["Location"]) == (301, path)


def test_a_page_whose_name_begins_alike_is_a_page(door: Door) -> None:
    assert ask(door.address, "/desks/").status == 404
    assert ask(door.address, "/research/").status == 404


@pytest.mark.parametrize("kind", KINDS)
def test_when_the_web_application_is_down_the_paper_is_still_read(kind: str) -> None:
    with open_door(kind, web_is_up=False) as door:
        assert ask(door.address, "/").text == HOME_PAGE
        for method, accepts in (("GET", "br"), ("GET", ""), ("POST", "")):
            reply = ask(door.address, "/desk/", method=method, headers={"Accept-Encoding": accepts})
            assert (reply.status, reply.text) == (503, UNAVAILABLE)
            assert reply["Content-Encoding"] == accepts
            assert reply["Cache-Control"] == "no-store"
            assert reply["Retry-After"] == "10"
        assert ask(door.address, "/desk/", method="HEAD").body == b""
        for ending in ("", ".br", ".gz"):
            (door.site / f"unavailable.html{ending}").unlink()
        reply = ask(door.address, "/desk/")
        assert reply.status == 503
        assert "Content-Encoding" not in dict(reply.headers)
