"""A transaction that changes what was said, and no other with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# Any number will do that nothing else in this database takes; this one spells "talk".
_LOCK = 0x74616C6B


@contextmanager
def in_turn() -> Iterator[None]:
    """For every change of comments, threads, claims and appeals.

    SQLite lets one transaction write at a time. PostgreSQL lets many, and two of them could each
    hold a comment or a thread that the other waits for: there they wait for each other here.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
