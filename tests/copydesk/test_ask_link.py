from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from broadsheet.copydesk import ask_link as asking
from broadsheet.copydesk.ask_link import ask_link

STATUS = {"/here": 200, "/gone": 410, "/missing": 404, "/broken": 500, "/get-only": 405}


class _Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self.asked.append(f"HEAD {self.path}")
        self.send_response(*self._answer())
        if self.path.startswith("/to:"):
            self.send_header("Location", self.path[4:])
        self.end_headers()

    def do_GET(self) -> None:
        self.asked.append(f"GET {self.path}")
        self.send_response(200 if self.path == "/get-only" else STATUS[self.path])
        self.end_headers()

    def _answer(self) -> tuple[int]:
        return (302 if self.path.startswith("/to:") else STATUS.get(self.path, 200),)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A site that passes for one of the world at http://site.example; gives what it was asked."""
    handler = type("Site", (_Site,), {"asked": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    look_up = socket.getaddrinfo
    connect = socket.create_connection

    def found(host: str, *words: Any, **more: Any) -> Any:
        if host == "site.example":
            return look_up("93.184.215.14", *words, **more)
        if host == "www.iana.org":
            return look_up("192.0.43.8", *words, **more)
        return look_up(host, *words, **more, flags=socket.AI_NUMERICHOST)

    def to_the_site(address: tuple[str, int], *words: Any, **more: Any) -> socket.socket:
        assert address == ("93.184.215.14", 80)
        return connect(("127.0.0.1", server.server_port), *words, **more)

    monkeypatch.setattr(asking.socket, "getaddrinfo", found)
    monkeypatch.setattr(asking.socket, "create_connection", to_the_site)
    yield handler.asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/here", "fine"),
        ("/gone", "dead"),
        ("/missing", "dead"),
        ("/broken", "fine"),
        ("/get-only", "fine"),
        ("/to:/here", "fine"),
        ("/to:/gone", "dead"),
        ("/부두?물=1", "fine"),
    ],
)
def test_a_link_is_dead_where_its_site_says_that_it_is_gone(
    site: list[str], path: str, answer: str
) -> None:
    assert ask_link(f"http://site.example{path}") == answer
    assert site


def test_a_host_that_is_no_more_is_dead_and_a_missing_network_says_nothing(
    site: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask_link("http://no-more.example/") == "dead"
    monkeypatch.setattr(asking, "_has_network", lambda: False)
    assert ask_link("http://no-more.example/") == "unknown"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://site.example:8080/",
        "http://site.example:x/",
        "ftp://site.example/",
        "file:///etc/passwd",
        "gopher://site.example/",
        "http:///nothing",
    ],
)
def test_nothing_that_is_not_the_worlds_is_ever_asked(url: str, site: list[str]) -> None:
    assert ask_link(url) in {"unknown", "dead"}
    assert site == []


def test_no_redirect_leads_to_an_address_of_our_own(site: list[str]) -> None:
    assert ask_link("http://site.example/to:http://127.0.0.1/here") == "unknown"
    assert site == ["HEAD /to:http://127.0.0.1/here"]


def test_redirects_that_never_end_are_left(site: list[str]) -> None:
    assert ask_link("http://site.example/to:/to:/to:/to:/to:/to:/to:/here") in {"unknown", "fine"}
    assert len(site) <= asking.MOST_REDIRECTS
