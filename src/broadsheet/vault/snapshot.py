"""A database that is in use → a copy of it as it is at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

_WAIT_SECONDS = 60

# Table and column in which the database names files of `var/media`.
Column = tuple[str, str]


def take_snapshot(database: Path, copy: Path, *, with_secrets: bool) -> None:
    """Copy the database while others write to it. Without secrets nobody is signed in by it."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(database, timeout=_WAIT_SECONDS)) as connection:
        connection.execute("VACUUM INTO ?", [str(copy)])
    if not with_secrets:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("DELETE FROM django_session")
            connection.commit()
            connection.execute("VACUUM")


def files_named(database: Path, columns: Iterable[Column]) -> set[str]:
    """The files that a database names, relative to `var/media`."""
    with closing(sqlite3.connect(database, timeout=_WAIT_SECONDS)) as connection:
        return {
            row[0]
            for table, column in columns
            for row in connection.execute(f'SELECT "{column}" FROM "{table}"')  # noqa: S608  # our own models'
            if row[0]
        }


def is_sound(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with it."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
