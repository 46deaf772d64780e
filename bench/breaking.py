"""An hour of breaking news in one minute: everybody reads one page, many write, and it changes."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from bench.clerk import Clerk, clerk
from bench.figure import Figure, Target
from bench.newsroom import CHECKOUT, Newsroom
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.talk import FREELY, Writers

PART = "breaking"
REPORTS = 60
READS_PER_SECOND = 2_000
READING_CONNECTIONS = 64
COMMENTS_PER_SECOND = 20
WRITING_CONNECTIONS = 16
WRITERS = 100
CORRECTED_EVERY_SECONDS = 10
FIRST_AFTER_SECONDS = 5
_TEXT = "What was said of the harbour was wrong: number {}."
_PATTERN = r"What was said of the harbour was wrong: number (\d+)\."
_NONE = Target("figure", "at most", 0)


def measure(setting: Setting) -> list[Figure]:
    """The readers come at their rate whatever happens: see `bench.crowd`. What stands beside is
    the same page, asked for as often, while nobody writes and nothing changes.

    A correction is stale from its commit to the first reader who is given it.
    """
    seconds = setting.pace.breaking_seconds
    room = setting.newsrooms.open(PART, also=FREELY)
    with clerk(room, setting.say) as desk:
        desk.do("fill", reports=REPORTS, picture=None, is_packed=True)
        talk = desk.do("open_talk", readers=WRITERS)
        report, path = talk["reports"][0]
        with room.served():
            desk.do("settle")
            reads = _stream(READS_PER_SECOND, READING_CONNECTIONS, [_read(room, path)])
            setting.say(f"{PART}: {READS_PER_SECOND:,} readers a second, and calm")
            calm = _crowd(room, [reads], seconds=max(seconds // 6, 2))
            writers = Writers(room, report, talk["sessions"])
            posts = [
                writers.write(number, number).request
                for number in range(COMMENTS_PER_SECOND * (seconds + 1))
            ]
            setting.say(f"{PART}: the same, with comments and corrections, for {seconds} s")
            told, committed = _hour(
                room,
                desk,
                report,
                [reads, _stream(COMMENTS_PER_SECOND, WRITING_CONNECTIONS, posts)],
                seconds=seconds,
            )
            kept = len(desk.do("comments_of", report=report))
    read, written = told["streams"]
    return _figures(calm["streams"][0], read, written, kept, _stale(committed, told["seen"]))


def _stream(per_second: int, connections: int, requests: Sequence[bytes]) -> dict[str, Any]:
    return {
        "per_second": per_second,
        "connections": connections,
        "requests": [base64.b64encode(one).decode() for one in requests],
    }


def _read(room: Newsroom, path: str) -> bytes:
    return (
        f"GET {quote(path)} HTTP/1.1\r\nHost: 127.0.0.1:{room.port}\r\n"
        "Accept-Encoding: gzip\r\n\r\n"
    ).encode()


def _crowd(room: Newsroom, streams: Sequence[dict[str, Any]], *, seconds: int) -> Any:
    return _told(_started(room, streams, seconds=seconds))


def _hour(
    room: Newsroom,
    desk: Clerk,
    report: int,
    streams: Sequence[dict[str, Any]],
    *,
    seconds: int,
) -> tuple[Any, list[float]]:
    """What the crowd tells, and when each correction was in the database."""
    crowd = _started(room, streams, seconds=seconds)
    started = time.monotonic()
    committed: list[float] = []
    for at in range(FIRST_AFTER_SECONDS, seconds, CORRECTED_EVERY_SECONDS):
        time.sleep(max(started + at - time.monotonic(), 0))
        committed.append(desk.do("correct", report=report, text=_TEXT.format(len(committed))))
    return _told(crowd), committed


def _started(
    room: Newsroom, streams: Sequence[dict[str, Any]], *, seconds: int
) -> subprocess.Popen[str]:
    crowd = subprocess.Popen(
        [sys.executable, "-m", "bench.crowd"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    plan = {"port": room.port, "seconds": seconds, "streams": streams, "watch": _PATTERN}
    if crowd.stdin is None:
        raise Broken("the crowd cannot hear")
    crowd.stdin.write(f"{json.dumps(plan)}\n")
    crowd.stdin.flush()
    return crowd


def _told(crowd: subprocess.Popen[str]) -> Any:
    out, err = crowd.communicate()
    if crowd.returncode:
        raise Broken(f"the crowd broke up: {err[-1000:]}")
    return json.loads(out)


def _stale(committed: Sequence[float], seen: dict[str, float]) -> list[float]:
    missing = [number for number in range(len(committed)) if str(number) not in seen]
    if missing:
        raise Broken(f"{PART}: no reader was given the corrections {missing}")
    return [seen[str(number)] - at for number, at in enumerate(committed)]


def _figures(
    calm: dict[str, Any],
    reads: dict[str, Any],
    posts: dict[str, Any],
    kept: int,
    stale: Sequence[float],
) -> list[Figure]:
    asked = reads["good"] + reads["errors"]
    return [
        *(
            Figure(
                part=PART,
                what=f"{READS_PER_SECOND:,} readers a second, {words}",
                value=reads[name],
                unit="ms",
                beside="in a calm hour",
                beside_value=calm[name],
            )
            for name, words in (("middle", "median"), ("p99", "p99"), ("worst", "the slowest"))
        ),
        _figure(f"readers with an error, of {asked:,}", reads["errors"], "readers", _NONE),
        _figure(
            f"comments refused, of {posts['good'] + posts['errors']:,}",
            posts["errors"],
            "comments",
            _NONE,
        ),
        _figure("comments accepted and lost", posts["good"] - kept, "comments", _NONE),
        _figure("a comment took, p99", posts["p99"], "ms"),
        _figure(f"age of the page after each of {len(stale)} corrections", middle(stale), "s"),
        _figure("the same, at its worst", max(stale), "s"),
    ]


def _figure(what: str, value: float, unit: str, target: Target | None = None) -> Figure:
    return Figure(part=PART, what=what, value=value, unit=unit, target=target)
