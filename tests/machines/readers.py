"""Readers who write until they were told that it is in, and one who only reads."""

from __future__ import annotations

import http.client
import itertools
import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tests.machines.network import Machine
from tests.machines.newsroom import HOST, ORIGIN, PORT
from tests.server.asking import Reply, ask_on
from tests.server.running import PATIENCE_SECONDS

READER_SECONDS = 4  # so long a reader waits for an answer
PAUSE_SECONDS = 0.1
HANGS_UP_EVERY = 5


@dataclass(frozen=True, slots=True)
class Accepted:
    """A comment that the paper has said it has."""

    key: str
    number: int
    report: int
    tries: int


@dataclass
class Writing:
    """What came of it. `dropped` are tries that were not answered, `refused` the answers that
    were no success, by their status."""

    accepted: list[Accepted] = field(default_factory=list)
    dropped: int = 0
    refused: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Writer:
    """A reader at `place`, who is signed in and writes by turns at each of the `doors`."""

    place: Machine
    doors: Sequence[str]
    session: str


@dataclass
class Reading:
    """The times at which the front page was given, and every answer that was none."""

    given_at: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def since(self, moment: float) -> int:
        return sum(at >= moment for at in self.given_at)

    @property
    def longest_gap_seconds(self) -> float:
        return max(b - a for a, b in itertools.pairwise(self.given_at))


@contextmanager
def writing(writers: Sequence[Writer], reports: Sequence[int]) -> Iterator[Writing]:
    """They write under the reports by turns. At the end each of them tries its last comment until
    it is in."""
    done, is_over = Writing(), threading.Event()
    threads = [
        threading.Thread(target=_write, args=(one, reports, done, is_over)) for one in writers
    ]
    with _at_work(threads, is_over):
        yield done


@contextmanager
def reading(place: Machine) -> Iterator[Reading]:
    """Somebody on that machine asks it for the front page, again and again."""
    done, is_over = Reading(), threading.Event()
    with _at_work([threading.Thread(target=_read, args=(place, done, is_over))], is_over):
        yield done


def ask(door: str, target: str, *, headers: Mapping[str, str] | None = None) -> Reply:
    """What the machine at that address answers to whoever asks from where this thread is."""
    with socket.create_connection((door, PORT), READER_SECONDS) as connection:
        return _ask_on(connection, target, headers=headers)


@contextmanager
def _at_work(threads: Sequence[threading.Thread], is_over: threading.Event) -> Iterator[None]:
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def _write(writer: Writer, reports: Sequence[int], done: Writing, is_over: threading.Event) -> None:
    doors = itertools.cycle(writer.doors)
    with writer.place.inside():
        head = _head(next(doors), writer.session, reports[0])
        for number in itertools.count(1):
            if is_over.wait(PAUSE_SECONDS):
                break
            report = reports[number % len(reports)]
            hangs_up = number % HANGS_UP_EVERY == 0
            done.accepted.append(_post(doors, report, head, done, hangs_up=hangs_up))


def _post(
    doors: Iterator[str],
    report: int,
    head: Mapping[str, str],
    done: Writing,
    *,
    hangs_up: bool,
) -> Accepted:
    """One comment, sent with the same key until it is in: each try at the next door."""
    key = str(uuid.uuid4())
    body = urlencode({"key": key, "text": f"I have something to say of it: {key}."}).encode()
    until = time.monotonic() + PATIENCE_SECONDS
    tries = 0
    while time.monotonic() < until:
        tries += 1
        try:
            with socket.create_connection((next(doors), PORT), READER_SECONDS) as connection:
                if hangs_up and tries == 1:
                    connection.settimeout(0.001)  # what was sent is on its way by then
                reply = _ask_on(
                    connection, f"/talk/{report}/", method="POST", headers=head, body=body
                )
        except (OSError, http.client.HTTPException):
            done.dropped += 1
        else:
            if reply.status == http.HTTPStatus.OK:
                return Accepted(key, json.loads(reply.text)["id"], report, tries)
            done.refused.append(reply.status)
        time.sleep(PAUSE_SECONDS)
    raise AssertionError(f"{key} was not taken within {PATIENCE_SECONDS} s")


def _head(door: str, session: str, report: int) -> dict[str, str]:
    """What a browser sends with a post of the element's."""
    told = ask(door, f"/talk/{report}/mine.json", headers={"Cookie": f"sessionid={session}"})
    secret = re.search(r"csrftoken=(\w+)", told["Set-Cookie"])
    assert secret, told.text
    return {
        "Origin": ORIGIN,
        "Sec-Fetch-Site": "same-origin",
        "Accept": "application/json",
        "Cookie": f"sessionid={session}; csrftoken={secret[1]}",
        "X-CSRFToken": json.loads(told.text)["csrf_token"],
        "Content-Type": "application/x-www-form-urlencoded",
    }


def _read(place: Machine, done: Reading, is_over: threading.Event) -> None:
    with place.inside():
        while not is_over.wait(PAUSE_SECONDS):
            try:
                reply = ask("127.0.0.1", "/")
            except (OSError, http.client.HTTPException) as error:
                done.failed.append(repr(error))
                continue
            if reply.status == http.HTTPStatus.OK and "</html>" in reply.text:
                done.given_at.append(time.monotonic())
            else:
                done.failed.append(str(reply.status))


def _ask_on(
    connection: socket.socket,
    target: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
) -> Reply:
    return ask_on(
        connection,
        quote(target, safe="/?=&"),
        method=method,
        headers={"Host": HOST, **(headers or {})},
        body=body,
    )
