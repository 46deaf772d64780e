from __future__ import annotations

import email
from email.message import Message

import pytest

from tests.server.asking import Reply, ask
from tests.server.doors import Door
from tests.server.making import CAPTIONS, CUES, SOUND

MP3 = "/sound/12-3fa9c1d2e0.mp3"
OPUS = "/sound/12-77b0c1aa54.opus"
VTT = "/sound/12-0d9e8f7a6b.vtt"
JSON = "/sound/12-5c4b3a2918.json"
SIZE = len(SOUND)
PACKED = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (MP3, "audio/mpeg"),
        (OPUS, "audio/ogg"),
        (VTT, "text/vtt; charset=utf-8"),
        (JSON, "application/json; charset=utf-8"),
    ],
)
def test_what_belongs_to_a_sound_is_of_the_right_kind_and_kept_for_good(
    door: Door, path: str, kind: str
) -> None:
    reply = ask(door.address, path, headers=PACKED)
    assert (reply.status, reply["Content-Type"]) == (200, kind)
    assert reply["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply["X-Content-Type-Options"] == "nosniff"


def test_a_podcast_app_in_a_browser_may_read_what_belongs_to_a_sound(door: Door) -> None:
    asked = {"Origin": "https://podcasts.example", "Range": "bytes=0-9"}
    for path in (MP3, OPUS, VTT, JSON):
        assert ask(door.address, path, headers=asked).all("Access-Control-Allow-Origin") == ["*"]
    for path in ("/", "/national/talks/", "/photos/talks.jpg", "/assets/paper.1a2b.css"):
        assert ask(door.address, path, headers=asked)["Access-Control-Allow-Origin"] == ""


def test_a_sound_is_never_packed(door: Door) -> None:
    for path, sound in ((MP3, SOUND), (OPUS, SOUND[::-1])):
        reply = ask(door.address, path, headers=PACKED)
        assert reply["Content-Encoding"] == reply["Vary"] == ""
        assert (reply["Content-Length"], reply.body) == (str(SIZE), sound)


def test_captions_and_cues_are_packed(door: Door) -> None:
    for path, text in ((VTT, CAPTIONS), (JSON, CUES)):
        reply = ask(door.address, path, headers=PACKED)
        assert (reply["Content-Encoding"], reply["Vary"]) == ("br", "Accept-Encoding")
        assert reply.text == text
        assert ask(door.address, path).text == text


def test_a_sound_that_was_withdrawn_is_asked_for_again_soon(door: Door) -> None:
    reply = ask(door.address, "/sound/12-0000000000.mp3")
    assert (reply.status, reply["Cache-Control"]) == (404, "public, max-age=10")


def test_a_player_asks_for_the_beginning_and_then_for_where_it_seeks(door: Door) -> None:
    """As Chromium does: all of it, then what comes from its end and from its middle."""
    assert ask(door.address, MP3)["Accept-Ranges"] == "bytes"
    begun = ask(door.address, MP3, headers={"Range": "bytes=0-"})
    assert (begun.status, begun.body) == (206, SOUND)
    assert begun["Content-Range"] == f"bytes 0-{SIZE - 1}/{SIZE}"
    for first in (SIZE - 128, SIZE // 2, 65_536, 65_535):
        asked = {"Range": f"bytes={first}-", "If-Range": begun["ETag"]}
        sought = ask(door.address, MP3, headers=asked)
        assert sought.status == 206
        assert sought["Content-Type"] == "audio/mpeg"
        assert sought["Content-Range"] == f"bytes {first}-{SIZE - 1}/{SIZE}"
        assert (sought["Content-Length"], sought.body) == (str(SIZE - first), SOUND[first:])


def test_safari_asks_for_two_bytes_first(door: Door) -> None:
    reply = ask(door.address, MP3, headers={"Range": "bytes=0-1"})
    assert (reply.status, reply["Content-Range"]) == (206, f"bytes 0-1/{SIZE}")
    assert reply.body == SOUND[:2]


def test_a_part_is_sent_only_of_the_very_sound_that_is_meant(door: Door) -> None:
    for meant in (
        '"other"',
        f"W/{ask(door.address, MP3)['ETag']}",
        "Mon, 01 Jan 2001 00:00:00 GMT",
    ):
        reply = ask(door.address, MP3, headers={"Range": "bytes=100-199", "If-Range": meant})
        assert (reply.status, reply.body) == (200, SOUND), meant


def test_several_parts_come_in_their_order(door: Door) -> None:
    reply = ask(door.address, MP3, headers={"Range": "bytes=0-99,300000-300099,-100"})
    assert reply.status == 206
    assert [(part["Content-Type"], part["Content-Range"]) for part in _parts(reply)] == [
        ("audio/mpeg", f"bytes 0-99/{SIZE}"),
        ("audio/mpeg", f"bytes 300000-300099/{SIZE}"),
        ("audio/mpeg", f"bytes {SIZE - 100}-{SIZE - 1}/{SIZE}"),
    ]
    for wanted in (SOUND[:100], SOUND[300_000:300_100], SOUND[-100:]):
        assert wanted in reply.body


def _parts(reply: Reply) -> list[Message]:
    head = f"Content-Type: {reply['Content-Type']}\r\n\r\n".encode()
    parts = email.message_from_bytes(head + reply.body).walk()
    return [part for part in parts if not part.is_multipart()]


@pytest.mark.parametrize(
    "wanted", ["bytes=" + ",".join(["0-"] * 90), "bytes=" + ",".join(["0-400000"] * 300)]
)
def test_nobody_gets_the_sound_many_times_over_for_one_question(door: Door, wanted: str) -> None:
    reply = ask(door.address, MP3, headers={"Range": wanted})
    assert reply.status in {200, 206}
    assert SIZE * 0.75 < len(reply.body) < SIZE + 10_000


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 9}", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(door: Door, wanted: str) -> None:
    reply = ask(door.address, MP3, headers={"Range": wanted})
    assert (reply.status, reply["Content-Range"]) == (416, f"bytes */{SIZE}")


def test_head_tells_how_long_the_sound_is(door: Door) -> None:
    got = ask(door.address, MP3)
    head = ask(door.address, MP3, method="HEAD")
    assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(SIZE))
    for name in ("Content-Type", "ETag", "Last-Modified", "Accept-Ranges", "Cache-Control"):
        assert head[name] == got[name] != ""


def test_a_sound_has_a_strong_etag_and_is_not_sent_again(door: Door) -> None:
    had = ask(door.address, MP3)
    assert had["ETag"].startswith('"')
    reply = ask(door.address, MP3, headers={"If-None-Match": had["ETag"]})
    assert (reply.status, reply.body) == (304, b"")
    both = {"If-None-Match": had["ETag"], "Range": "bytes=0-9"}
    assert ask(door.address, MP3, headers=both).status == 304
