from __future__ import annotations

import email

import pytest

from tests.server.asking import ask
from tests.server.doors import Door
from tests.server.making import PHOTO

PATH = "/photos/talks.jpg"
SIZE = len(PHOTO)


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=10000-", 10000, SIZE - 1),
        ("bytes=-100", SIZE - 100, SIZE - 1),
        ("bytes=10000-99999", 10000, SIZE - 1),
        ("bytes=-99999", 0, SIZE - 1),
        (f"bytes=5-9,{SIZE}-", 5, 9),
    ],
)
def test_a_part_is_sent_alone(door: Door, wanted: str, first: int, last: int) -> None:
    reply = ask(door.address, PATH, headers={"Range": wanted})
    assert reply.status == 206
    assert reply["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert reply["Content-Length"] == str(last - first + 1)
    assert reply["Content-Type"] == "image/jpeg"
    assert reply.body == PHOTO[first : last + 1]


def test_several_parts_come_in_one_answer(door: Door) -> None:
    reply = ask(door.address, PATH, headers={"Range": "bytes=0-9,100-109"})
    assert reply.status == 206
    head = f"Content-Type: {reply['Content-Type']}\r\n\r\n".encode()
    parts = email.message_from_bytes(head + reply.body).walk()
    assert [part["Content-Range"] for part in parts if not part.is_multipart()] == [
        f"bytes 0-9/{SIZE}",
        f"bytes 100-109/{SIZE}",
    ]
    assert PHOTO[:10] in reply.body
    assert PHOTO[100:110] in reply.body


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", "bytes=99999-100000", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(door: Door, wanted: str) -> None:
    reply = ask(door.address, PATH, headers={"Range": wanted})
    assert reply.status == 416
    assert reply["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize("wanted", ["lines=1-2", "seconds=0-"])
def test_a_unit_that_is_not_bytes_is_passed_over(door: Door, wanted: str) -> None:
    reply = ask(door.address, PATH, headers={"Range": wanted})
    assert (reply.status, reply.body) == (200, PHOTO)


@pytest.mark.parametrize(
    "wanted", ["bytes=", "bytes=a-b", "bytes=9-5", "bytes=--1", f"bytes={'9' * 5000}-", "bytes=1"]
)
def test_a_range_that_is_none_does_no_harm(door: Door, wanted: str) -> None:
    """RFC 9110 lets a server pass it over or refuse it."""
    reply = ask(door.address, PATH, headers={"Range": wanted})
    assert reply.status in {200, 416}
    assert reply.body == PHOTO or reply.status == 416


def test_hundreds_of_parts_come_as_the_whole(door: Door) -> None:
    wanted = "bytes=" + ",".join(f"{first}-{first}" for first in range(0, 400, 2))
    reply = ask(door.address, PATH, headers={"Range": wanted})
    assert (reply.status, reply.body) == (200, PHOTO)


def test_a_part_is_sent_only_of_the_file_that_is_meant(door: Door) -> None:
    had = ask(door.address, PATH)
    for meant, status in (
        (had["ETag"], 206),
        (had["Last-Modified"], 206),
        ('"other"', 200),
        (f"W/{had['ETag']}", 200),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 200),
    ):
        reply = ask(door.address, PATH, headers={"Range": "bytes=0-9", "If-Range": meant})
        assert reply.status == status, meant


def test_what_can_be_asked_for_in_parts_says_so(door: Door) -> None:
    assert ask(door.address, PATH)["Accept-Ranges"] == "bytes"


def test_an_empty_file_is_sent_whole(door: Door) -> None:
    reply = ask(door.address, "/photos/empty.jpg")
    assert (reply.status, reply.body) == (200, b"")


def test_a_part_of_a_packed_page_is_a_part_of_the_packing(door: Door) -> None:
    whole = ask(door.address, "/national/talks/", headers={"Accept-Encoding": "br"})
    asked = {"Accept-Encoding": "br", "Range": "bytes=0-9", "If-Range": whole["ETag"]}
    reply = ask(door.address, "/national/talks/", headers=asked)
    assert (reply.status, reply["Content-Encoding"]) == (206, "br")
    assert reply.body == whole.body[:10]
