from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadsheet.vault import contents
from broadsheet.vault.snapshot import Column, files_named, take_snapshot


@dataclass(frozen=True, slots=True)
class SqliteSource:
    """A database in the newsroom's folder."""

    database: Path
    columns: tuple[Column, ...]
    snapshot: Callable[..., None] = take_snapshot
    name: str = contents.DATABASE

    def copy(self, copy: Path, *, with_secrets: bool) -> set[str]:
        self.snapshot(self.database, copy, with_secrets=with_secrets)
        return files_named(copy, self.columns)

    def named_now(self) -> set[str]:
        return files_named(self.database, self.columns)
