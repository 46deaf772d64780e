from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from broadsheet.setting.database import DatabaseConfig
from broadsheet.vault.vault_error import VaultError

_SCHEMA = "public"


@contextmanager
def connected(database: DatabaseConfig) -> Iterator[psycopg.Connection]:
    """A connection to a newsroom's database in PostgreSQL, closed afterwards.

    Raises VaultError where it does not answer, does not do what it is asked, or keeps its tables
    where a backup does not look.
    """
    try:
        with psycopg.connect(
            database.url, password=database.password or None, application_name="broadsheet backup"
        ) as connection:
            _look_where_tables_are(connection)
            yield connection
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        raise VaultError(f"{database.url} does not do it: {said}; mend that, try again") from None


def version_of(connection: psycopg.Connection) -> int:
    """Of PostgreSQL itself: 15, or 17."""
    return connection.info.server_version // 10_000


def _look_where_tables_are(connection: psycopg.Connection) -> None:
    row = connection.execute("SELECT current_schema()").fetchone()
    if not row or row[0] != _SCHEMA:
        raise VaultError(
            f"the account's tables are in the schema {row[0] if row else None!r}, and a backup "
            f"knows {_SCHEMA!r} alone; let it with: ALTER ROLE … RESET search_path"
        )
    connection.commit()
