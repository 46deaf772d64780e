"""Another process of the newsroom, on another machine as far as the database can tell."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import connection

from broadsheet import roster


@contextmanager
def another(shift: Callable[[], AbstractContextManager[object]]) -> Iterator[list[int]]:
    """Another process on its shift: over a connection of its own, whose number is given."""
    is_here, is_over = threading.Event(), threading.Event()
    number: list[int] = []

    def work() -> None:
        try:
            with shift():
                if roster.is_of_many_machines():
                    number.append(number_of_connection())
                is_here.set()
                is_over.wait()
        finally:
            is_here.set()
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    is_here.wait()
    try:
        yield number
    finally:
        is_over.set()
        thread.join()


def number_of_connection() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def cut_off(number: int) -> None:
    """As PostgreSQL does to who has not answered for ten seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
