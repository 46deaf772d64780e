"""Many connections that post, each the next as soon as the last is answered → what was accepted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from bench.running import Broken

PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Post:
    """One request, whole, and what the thing that it posts is called."""

    key: str
    request: bytes


@dataclass(slots=True)
class Posted:
    """What was answered with success, in `seconds` from the first request to the last answer.

    `refused` counts the answers of any other kind.
    """

    keys: list[str] = field(default_factory=list)
    refused: int = 0
    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.keys) / self.seconds


# The number of the writer and of its post → the request.
Write = Callable[[int, int], Post]


def posts(port: int, write: Write, *, writers: int, seconds: float) -> Posted:
    """Let `writers` connections post for so long; requests that have begun are waited for.

    Raises Broken where none is accepted.
    """
    posted = Posted()
    asyncio.run(_all(port, write, range(writers), seconds, posted))
    if not posted.keys:
        raise Broken(f"none of {posted.refused} posts was answered with 200 or 201")
    return posted


async def _all(
    port: int, write: Write, writers: Iterable[int], seconds: float, posted: Posted
) -> None:
    started = time.perf_counter()
    until = started + seconds
    await asyncio.gather(*(_one(port, write, writer, until, posted) for writer in writers))
    posted.seconds = time.perf_counter() - started


async def _one(port: int, write: Write, writer: int, until: float, posted: Posted) -> None:
    link: _Link | None = None
    for number in count():
        if time.perf_counter() >= until:
            break
        post = write(writer, number)
        begun = time.perf_counter()
        link = link or await _Link.open(port)
        status, keeps = await asyncio.wait_for(link.ask(post.request), PATIENCE_SECONDS)
        if status in {200, 201}:
            posted.keys.append(post.key)
            posted.milliseconds.append(1000 * (time.perf_counter() - begun))
        else:
            posted.refused += 1
        if not keeps:
            link.close()
            link = None
    if link:
        link.close()


class _Link:
    """A connection to a web server of this machine."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> _Link:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, request: bytes) -> tuple[int, bool]:
        """The status of the answer, and whether the server keeps the connection open."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status = int(head.split(" ", 2)[1])
        length = head.partition("\r\ncontent-length:")[2].partition("\r\n")[0]
        if length:
            await self._reader.readexactly(int(length))
        elif "transfer-encoding: chunked" in head:
            await self._chunks()
        return status, "connection: close" not in head

    async def _chunks(self) -> None:
        while True:
            size = int((await self._reader.readline()).split(b";")[0], 16)
            await self._reader.readexactly(size + 2)
            if size == 0:
                return

    def close(self) -> None:
        self._writer.close()
