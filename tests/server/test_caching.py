from __future__ import annotations

import os
import threading
import time

import pytest

from tests.server.asking import ask
from tests.server.doors import Door
from tests.server.making import put

PAGE = "public, max-age=60, stale-while-revalidate=600"
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "caching"),
    {
        "/": PAGE,
        "/national/talks/": PAGE,
        "/national/feed.xml": PAGE,
        "/assets/paper.1a2b.css": FOR_GOOD,
        "/photos/talks.jpg": FOR_GOOD,
        "/photos/no-such.jpg": "public, max-age=10",
        "/threads/7/": "public, max-age=1",
        "/live-updates/7.json": "public, max-age=1",
        "/static/admin/desk.css": "public, max-age=3600",
        "/national/talks": "public, max-age=3600",
        "/old/address/": "public, max-age=3600",
    }.items(),
)
def test_every_file_says_how_long_it_keeps(door: Door, path: str, caching: str) -> None:
    assert ask(door.address, path)["Cache-Control"] == caching


def test_a_new_page_is_there_at_once(door: Door) -> None:
    name = f"new-{time.monotonic_ns()}"
    assert ask(door.address, f"/{name}/").status == 404
    put(door.site / name / "index.html", "new")
    assert ask(door.address, f"/{name}/").text == "new"


def test_a_corrected_page_is_there_at_once(door: Door) -> None:
    name = f"corrected-{time.monotonic_ns()}"
    for text in ("the first edition", "the second edition", "the third edition"):
        put(door.site / name / "index.html", text)
        assert ask(door.address, f"/{name}/").text == text


def test_a_page_that_many_ask_for_is_new_within_a_second(door: Door) -> None:
    name = f"wanted-{time.monotonic_ns()}"
    put(door.site / name / "index.html", "old")
    is_over = threading.Event()

    def crowd() -> None:
        while not is_over.is_set():
            ask(door.address, f"/{name}/")

    readers = [threading.Thread(target=crowd) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(100):
            ask(door.address, f"/{name}/")
        put(door.site / name / "index.html", "new")
        renamed = time.monotonic()
        while time.monotonic() < renamed + 1.1:
            assert ask(door.address, f"/{name}/").text in {"old", "new"}
        assert {ask(door.address, f"/{name}/").text for _ in range(50)} == {"new"}
    finally:
        is_over.set()
        for reader in readers:
            reader.join()


def test_a_file_that_is_replaced_while_it_is_sent_stays_whole(door: Door) -> None:
    name = f"whole-{os.getpid()}"
    editions = {letter: letter * length for letter, length in (("a", 90_000), ("b", 70_000))}
    put(door.site / name / "index.html", editions["a"], endings=())
    is_over = threading.Event()

    def press() -> None:
        while not is_over.is_set():
            for text in editions.values():
                put(door.site / name / "index.html", text, endings=())

    printing = threading.Thread(target=press)
    printing.start()
    try:
        for _ in range(200):
            assert ask(door.address, f"/{name}/").text in editions.values()
    finally:
        is_over.set()
        printing.join()
