"""What came out of a backup → a newsroom that keeps to itself, with its database in its place."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from broadsheet.config import FILE_NAME, Config, load
from broadsheet.vault import contents
from broadsheet.vault.manifest import Manifest
from broadsheet.vault.readdressed import readdressed
from broadsheet.vault.vault_error import VaultError


def settle(folder: Path, manifest: Manifest, *, database_url: str) -> None:
    """Its settings name the database at `database_url`, where that is not empty, and no store: what
    came from one is in the folder now, and another newsroom may be at work in it.

    Raises VaultError and ConfigError, and has then put nothing into the database.
    """
    is_dump = contents.DUMP in manifest.files
    if database_url and not is_dump:
        raise VaultError("the backup is of a newsroom in SQLite; restore it without --database")
    file = folder / FILE_NAME
    settings = file.read_text(encoding="utf-8")
    file.write_text(readdressed(settings, database_url=database_url), encoding="utf-8")
    config = load(folder)
    if config.store.bucket:
        raise VaultError(
            f"the environment names the store {config.store.bucket!r}, and a newsroom is restored "
            "on the disk; unset BROADSHEET_STORE__BUCKET until broadsheet fill-store"
        )
    if is_dump:
        _fill_database(config)
    elif config.database.url:
        raise VaultError(
            f"the backup is of a newsroom in SQLite, and {config.database.url} is in PostgreSQL; "
            "unset BROADSHEET_DATABASE__URL"
        )


def _fill_database(config: Config) -> None:
    if not config.database.url:
        raise VaultError(
            "the backup is of a newsroom in PostgreSQL; name an empty database for it with: "
            "--database postgresql://paper@db.example/paper"
        )
    if find_spec("psycopg") is None:
        raise VaultError(
            "the backup is of a newsroom in PostgreSQL, whose driver is not here; install it with: "
            "pip install 'broadsheet[postgresql]'"
        )
    dump = contents.dump_file(config)
    import_module("broadsheet.vault.restore_dump").restore_dump(dump, config.database)
    dump.unlink()
