from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from broadsheet.desk.models import Topic
from broadsheet.press.bell import Bell

pytestmark = pytest.mark.usefixtures("newsroom")


def add(name: str) -> None:
    Topic.objects.create(name=name, slug=name)


def elsewhere(work: object, *words: object) -> None:
    """Do it as another process does: over a connection of its own."""

    def done() -> None:
        try:
            work(*words)  # type: ignore[operator]
        finally:
            connection.close()

    thread = threading.Thread(target=done)
    thread.start()
    thread.join()


def test_it_rings_when_another_process_has_written_and_not_before() -> None:
    bell = Bell()
    bell.note()
    assert not bell.rang()
    elsewhere(Topic.objects.count)
    assert not bell.rang()
    elsewhere(add, "pier")
    assert bell.rang()
    bell.note()
    assert not bell.rang()


def test_it_rings_for_what_was_begun_before_and_is_done_after() -> None:
    bell, is_begun, is_noted = Bell(), threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            add("pier")
            is_begun.set()
            is_noted.wait()

    thread = threading.Thread(target=lambda: elsewhere(slowly))
    thread.start()
    is_begun.wait()
    bell.note()
    is_noted.set()
    thread.join()
    assert bell.rang()
