"""`python -m bench.crowd`: requests at a steady rate, whatever comes back → how they were answered.

Every request has its moment, reckoned from the start and the rate alone. What it took is counted
from that moment to the last byte of its answer: where all connections are busy, or this program
is late itself, the wait is counted too, and no slow answer keeps another request from being due.
One line of JSON comes in, one goes out.
"""

from __future__ import annotations

import base64
import gc
import json
import re
import selectors
import socket
import sys
import time
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

PATIENCE_SECONDS = 10
_GOOD = re.compile(rb"HTTP/1\.1 20[01] ")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_ETAG = re.compile(rb"\r\netag: *([^\r]+)\r\n", re.IGNORECASE)
_HANGS_UP = re.compile(rb"\r\nconnection: *close\r\n", re.IGNORECASE)


@dataclass(slots=True)
class Stream:
    """Requests of one kind. `milliseconds` are those of the good answers, `errors` all others."""

    per_second: float
    connections: int
    requests: Iterator[bytes]
    milliseconds: list[float] = field(default_factory=list)
    errors: int = 0


@dataclass(slots=True)
class Watch:
    """When, in seconds since 1970, each of the words that match was first on a page."""

    pattern: re.Pattern[bytes]
    first_seen: dict[str, float] = field(default_factory=dict)
    etags: set[bytes] = field(default_factory=set)

    def look(self, head: bytes, body: bytes) -> None:
        etag = _ETAG.search(head)
        if etag is None or etag[1] in self.etags:
            return
        self.etags.add(etag[1])
        page = zlib.decompress(body, wbits=31) if body.startswith(b"\x1f\x8b") else body
        for words in self.pattern.findall(page):
            self.first_seen.setdefault(words.decode(), time.time())


class _Connection:
    def __init__(self, port: int, of: _Pool) -> None:
        self.of = of
        self.due = 0.0
        self.got = bytearray()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def is_whole(self) -> bool:
        """Whether the answer has come to its end."""
        ends = self.got.find(b"\r\n\r\n")
        if ends < 0:
            return False
        length = _LENGTH.search(self.got, 0, ends + 2)
        if length:
            return len(self.got) >= ends + 4 + int(length[1])
        return self.got.endswith(b"\r\n0\r\n\r\n")


class _Pool:
    """A stream's connections, and its requests that are due and have found none."""

    def __init__(self, stream: Stream, port: int, selector: selectors.BaseSelector) -> None:
        self.stream = stream
        self.port = port
        self.waiting: deque[float] = deque()
        self.busy = 0
        self._selector = selector
        self._idle: list[_Connection] = []
        for _ in range(stream.connections):
            self._open()

    def send(self) -> None:
        while self.waiting and self._idle:
            connection = self._idle.pop()
            connection.due = self.waiting.popleft()
            connection.got.clear()
            self.busy += 1
            connection.socket.sendall(next(self.stream.requests))

    def hear(self, connection: _Connection, watch: Watch) -> None:
        try:
            some = connection.socket.recv(262_144)
        except ConnectionError:
            some = b""
        connection.got += some
        if some and not connection.is_whole():
            return
        head, _, body = bytes(connection.got).partition(b"\r\n\r\n")
        head += b"\r\n"
        self.busy -= 1
        if some and _GOOD.match(head):
            self.stream.milliseconds.append(1000 * (time.perf_counter() - connection.due))
            watch.look(head, body)
        else:
            self.stream.errors += 1
        if some and not _HANGS_UP.search(head):
            self._idle.append(connection)
        else:
            self._selector.unregister(connection.socket)
            connection.socket.close()
            self._open()

    def give_up(self) -> None:
        self.stream.errors += self.busy + len(self.waiting)

    def _open(self) -> None:
        connection = _Connection(self.port, self)
        self._selector.register(connection.socket, selectors.EVENT_READ, connection)
        self._idle.append(connection)


def ask(port: int, streams: Iterable[Stream], watch: Watch, *, seconds: float) -> None:
    """Send each stream at its rate for so long, and hear the answers out."""
    selector = selectors.DefaultSelector()
    pools = [_Pool(stream, port, selector) for stream in streams]
    started = time.perf_counter()
    sent = [0] * len(pools)
    while True:
        now = time.perf_counter() - started
        for at, pool in enumerate(pools):
            while (due := sent[at] / pool.stream.per_second) <= min(now, seconds):
                pool.waiting.append(started + due)
                sent[at] += 1
            pool.send()
        is_over = now > seconds
        if is_over and not any(pool.busy or pool.waiting for pool in pools):
            break
        if now > seconds + PATIENCE_SECONDS:
            break
        due = min(count / pool.stream.per_second for count, pool in zip(sent, pools, strict=True))
        wait = 0.1 if is_over else max(due - (time.perf_counter() - started), 0)
        for key, _ in selector.select(wait):
            key.data.of.hear(key.data, watch)
    _end(pools, selector)


def _end(pools: Iterable[_Pool], selector: selectors.BaseSelector) -> None:
    for pool in pools:
        pool.give_up()
    for key in [*selector.get_map().values()]:
        key.data.socket.close()
    selector.close()


def main() -> None:
    plan = json.loads(sys.stdin.readline())
    streams = [
        Stream(
            one["per_second"],
            one["connections"],
            cycle([base64.b64decode(request) for request in one["requests"]]),
        )
        for one in plan["streams"]
    ]
    watch = Watch(re.compile(plan["watch"].encode()))
    # A pause of this program would count as one of the server's.
    gc.disable()
    ask(plan["port"], streams, watch, seconds=plan["seconds"])
    print(json.dumps({"streams": [_told(one) for one in streams], "seen": watch.first_seen}))


def _told(stream: Stream) -> dict[str, Any]:
    ranked = sorted(stream.milliseconds)
    return {
        "good": len(ranked),
        "errors": stream.errors,
        "middle": ranked[len(ranked) // 2] if ranked else None,
        "p99": ranked[int(0.99 * (len(ranked) - 1))] if ranked else None,
        "worst": ranked[-1] if ranked else None,
    }


if __name__ == "__main__":
    main()
