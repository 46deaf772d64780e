"""Where a newsroom has its database → a copy of it at one moment, with the files that it names."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol

from broadsheet.config import Config
from broadsheet.vault.snapshot import Column
from broadsheet.vault.sqlite_source import SqliteSource


class Source(Protocol):
    """A database that may be in use. `name` is what its copy is called in a backup."""

    @property
    def name(self) -> str: ...

    def copy(self, copy: Path, *, with_secrets: bool) -> set[str]:
        """Write its copy. Gives the media files that this names; raises VaultError."""

    def named_now(self) -> set[str]:
        """The media files that it names by now."""


def source_of(config: Config, columns: Iterable[Column]) -> Source:
    """The newsroom's database; `columns` are where it names media files."""
    if not config.database.url:
        return SqliteSource(config.sqlite_file, tuple(columns))
    # Its driver is there only where the newsroom has one in PostgreSQL.
    module = import_module("broadsheet.vault.postgresql_source")
    source: Source = module.PostgresqlSource(config.database, tuple(columns))
    return source
