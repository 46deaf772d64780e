"""Who does what in a newsroom, on however many machines → one at a time for each duty.

With SQLite a newsroom is on one machine, and a duty is a lock on a file in it (`duty`). With
PostgreSQL it may be on several, and a duty is an advisory lock (its documents, 13.3.5) on the very
connection over which the work is written down. So whoever loses the database loses the duty with
it: the next holder comes when PostgreSQL has given the old connection up and taken back what was
not committed, and nothing that the old holder does later gets into the database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection

from broadsheet import duty

_HOLDERS = """
SELECT count(*) FROM pg_locks
WHERE locktype = 'advisory' AND objsubid = 1 AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND (classid::bigint << 32 | objid::bigint) = %s
"""


def is_of_many_machines() -> bool:
    """Whether other machines may be at work in this newsroom."""
    return connection.vendor == "postgresql"


@contextmanager
def on_duty(name: str) -> Iterator[bool]:
    """Be the one on duty for as long as this lasts; gives False where another process is."""
    if not is_of_many_machines():
        with duty.on_duty(_file(name)) as is_alone:
            yield is_alone
        return
    with _locked("pg_try_advisory_lock", "pg_advisory_unlock", name) as is_alone:
        yield is_alone


@contextmanager
def held(name: str) -> Iterator[None]:
    """Be the one on duty; wait while another process is."""
    if not is_of_many_machines():
        with duty.held(_file(name)):
            yield
        return
    with _locked("pg_advisory_lock", "pg_advisory_unlock", name):
        yield


@contextmanager
def at_work(name: str) -> Iterator[bool]:
    """Be one of those who do this; where a newsroom is on one machine, the only one or none."""
    if not is_of_many_machines():
        with duty.on_duty(_file(name)) as is_alone:
            yield is_alone
        return
    with _locked("pg_try_advisory_lock_shared", "pg_advisory_unlock_shared", name) as is_here:
        yield is_here


@contextmanager
def claimed(name: str) -> Iterator[bool]:
    """Have one piece of the work that many share; gives False where another process has it."""
    if not is_of_many_machines():
        yield True  # whoever does such work is the only one
        return
    with _locked("pg_try_advisory_lock", "pg_advisory_unlock", name) as is_ours:
        yield is_ours


def is_on_duty(name: str) -> bool:
    """Whether some process is, or several are."""
    if not is_of_many_machines():
        return duty.is_on_duty(_file(name))
    with connection.cursor() as cursor:
        cursor.execute(_HOLDERS, [_number(name)])
        return bool(cursor.fetchone()[0])


@contextmanager
def _locked(take: str, let_go: str, name: str) -> Iterator[bool]:
    number = _number(name)
    has_it = _ask(take, number) is not False
    # Django would close it for its age, and the lock with it.
    connection.close_at = None
    wire = connection.connection
    try:
        yield has_it
    finally:
        # Over another connection there is nothing to let go.
        if has_it and connection.connection is wire:
            _let_go(let_go, number)


def _let_go(let_go: str, number: int) -> None:
    try:
        _ask(let_go, number)
    except DatabaseError:
        connection.close()  # and with it, for certain, the lock


def _ask(function: str, number: int) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [number])  # one of the above
        return cursor.fetchone()[0]


def _number(name: str) -> int:
    """What PostgreSQL knows a duty by: 64 bits of its name."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def _file(name: str) -> Path:
    return Path(settings.CONFIG.var / f"{name}.lock")
