from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from psycopg import Connection
from psycopg.errors import Error, InsufficientPrivilege
from psycopg.sql import SQL, Composed, Identifier, Literal

from broadsheet.setting.database import DatabaseConfig
from broadsheet.vault.connected import connected
from broadsheet.vault.vault_error import VaultError

_NAMED = "broadsheet_rehearsal_"
# Those whose rehearsal was killed: while it goes on, it is connected.
_LEFT = """
SELECT datname FROM pg_database
WHERE starts_with(datname, %s) AND pg_get_userbyid(datdba) = current_user
AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datid = pg_database.oid)
"""
_OWN = "SELECT to_jsonb(pg_database) FROM pg_database WHERE datname = current_database()"


@contextmanager
def scratch_database(database: DatabaseConfig, *, number: str) -> Iterator[DatabaseConfig]:
    """An empty database beside that one, which sorts as it does, and is dropped afterwards.

    `number` is one that no other has. Raises VaultError where the account may make none.
    """
    name = f"{_NAMED}{number}"
    with connected(database) as connection:
        connection.autocommit = True
        for (left,) in connection.execute(_LEFT, [_NAMED]).fetchall():
            with suppress(Error):  # whoever else rehearses now has dropped it first
                connection.execute(SQL("DROP DATABASE {}").format(Identifier(left)))
        _create(connection, name)
    try:
        scratch = database.model_copy(update={"url": _beside(database.url, name)})
        with connected(scratch):
            yield scratch
    finally:
        with connected(database) as connection:
            connection.autocommit = True
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _create(connection: Connection, name: str) -> None:
    row = connection.execute(_OWN).fetchone()
    words = SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(Identifier(name))
    try:
        connection.execute(words + _sorting_as(row[0] if row else {}))
    except InsufficientPrivilege:
        account = connection.info.user
        raise VaultError(
            f"PostgreSQL lets {account!r} make no database to rehearse in; let it, as the "
            f'administrator there, with: ALTER ROLE "{account}" CREATEDB'
        ) from None


def _sorting_as(own: dict[str, Any]) -> Composed:
    """How the database sorts, in the words of the server's own version: 14 knows one way, 15 put
    a second beside it, and 17 a third."""
    words = SQL(" LC_COLLATE {} LC_CTYPE {}").format(own["datcollate"], own["datctype"])
    locale = own.get("datlocale") or own.get("daticulocale")
    if own.get("datlocprovider") == "i":
        words += SQL(" LOCALE_PROVIDER icu ICU_LOCALE {}").format(Literal(locale))
    if own.get("datlocprovider") == "b":
        words += SQL(" LOCALE_PROVIDER builtin BUILTIN_LOCALE {}").format(Literal(locale))
    return words


def _beside(url: str, name: str) -> str:
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc}/{name}{query}"
