from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from psycopg import Connection, IsolationLevel
from psycopg.sql import SQL, Identifier

from broadsheet.setting.database import DatabaseConfig
from broadsheet.vault import contents
from broadsheet.vault.connected import connected, version_of
from broadsheet.vault.find_program import find_program
from broadsheet.vault.run_program import run_program
from broadsheet.vault.snapshot import Column

_WAIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class PostgresqlSource:
    """A database in PostgreSQL. Its copy is what pg_dump makes of it."""

    database: DatabaseConfig
    columns: tuple[Column, ...]
    run: Callable[..., str] = run_program
    name: str = contents.DUMP

    def copy(self, copy: Path, *, with_secrets: bool) -> set[str]:
        """Asked and dumped in one snapshot: what is named here is what the dump names."""
        left_out = () if with_secrets else ("--exclude-table-data=public.django_session",)
        with connected(self.database) as connection:
            program = find_program("pg_dump", server=version_of(connection))
            connection.isolation_level = IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            # It waits while pg_dump is at work, however long that takes.
            connection.execute("SET idle_in_transaction_session_timeout = 0")
            row = connection.execute("SELECT pg_export_snapshot()").fetchone()
            named = self._named(connection)
            self.run(
                program,
                f"--dbname={self.database.url}",
                *("--format=custom", "--schema=public", "--no-owner", "--no-privileges"),
                *(f"--snapshot={row[0] if row else ''}", f"--lock-wait-timeout={_WAIT_SECONDS}s"),
                *(f"--file={copy}", *left_out),
                password=self.database.password,
            )
        return named

    def named_now(self) -> set[str]:
        with connected(self.database) as connection:
            return self._named(connection)

    def _named(self, connection: Connection) -> set[str]:
        return {
            row[0]
            for table, column in self.columns
            for row in connection.execute(
                SQL("SELECT {} FROM {}").format(Identifier(column), Identifier(table))
            )
            if row[0]
        }
