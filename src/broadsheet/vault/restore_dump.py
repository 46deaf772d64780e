"""The dump of a database → an empty database in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from broadsheet.setting.database import DatabaseConfig
from broadsheet.vault.connected import connected, version_of
from broadsheet.vault.find_program import find_program
from broadsheet.vault.run_program import run_program
from broadsheet.vault.vault_error import VaultError

# From 17 on it begins with a word that older servers do not know.
_SPEAKS_TO_ALL = 16


def restore_dump(dump: Path, database: DatabaseConfig) -> None:
    """All of it, or nothing. Raises VaultError, where the database has tables for one."""
    with connected(database) as connection:
        name, server = connection.info.dbname, version_of(connection)
        query = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')"
        is_used = connection.execute(query).fetchone()
    if is_used != (False,):
        raise VaultError(f"the database {name!r} is not empty; name an empty one")
    run_program(
        find_program("pg_restore", server=server, newest=_newest(server)),
        f"--dbname={database.url}",
        *("--schema=public", "--no-owner", "--no-privileges"),
        *("--exit-on-error", "--single-transaction", str(dump)),
        password=database.password,
    )
    with connected(database) as connection:
        # It knows by itself in some minutes; the paper is printed from it at once.
        connection.execute("ANALYZE")


def _newest(server: int) -> int | None:
    return _SPEAKS_TO_ALL if server <= _SPEAKS_TO_ALL else None
