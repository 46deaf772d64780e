from __future__ import annotations

from tests.server.asking import ask
from tests.server.doors import Door


def test_the_desk_s_own_files_are_served(door: Door) -> None:
    for name, kind, body in (
        ("desk.css", "text/css; charset=utf-8", b"p { margin: 0 }" * 100),
        ("desk.woff2", "font/woff2", b"font"),
        ("LICENSE", "application/octet-stream", b"free"),
    ):
        reply = ask(door.address, f"/static/admin/{name}")
        assert (reply.status, reply["Content-Type"], reply.body) == (200, kind, body)


def test_they_can_be_asked_for_packed(door: Door) -> None:
    reply = ask(door.address, "/static/admin/desk.css", headers={"Accept-Encoding": "gzip"})
    assert reply.status == 200
    assert reply.text == "p { margin: 0 }" * 100
