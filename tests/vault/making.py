"""A newsroom as a folder, with a database that has a file column, and no Django anywhere."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from broadsheet.config import Config, load
from broadsheet.vault.manifest import Manifest
from broadsheet.vault.pack import pack
from broadsheet.vault.snapshot import take_snapshot
from broadsheet.vault.sqlite_source import SqliteSource

COLUMNS = (("photo", "file"),)
NOW = dt.datetime(2031, 10, 14, 5, 5, tzinfo=dt.UTC)
SETTINGS = """\
[paper]
time_zone = "Asia/Seoul"
[mail]
host = "mail.example"
password = "a long pass-phrase"
[sign_in]
google_secret = "likewise"
"""


def make_newsroom(folder: Path) -> Config:
    (folder / "var/media/images").mkdir(parents=True)
    (folder / "broadsheet.toml").write_text(SETTINGS)
    config = load(folder)
    config.secret_key_file.write_text("the key")
    with closing(sqlite3.connect(config.sqlite_file)) as database:
        database.executescript(
            "PRAGMA journal_mode=WAL; CREATE TABLE photo (file TEXT); "
            "CREATE TABLE django_session (session_key TEXT); "
            "INSERT INTO django_session VALUES ('signed-in')"
        )
    add_photo(config, "images/pier.jpg")
    (config.recordings / "12-abc").mkdir(parents=True)
    (config.recordings / "12-abc/12.mp3").write_bytes(b"sound")
    return config


def add_photo(config: Config, name: str, data: bytes = b"a picture") -> None:
    (config.media / name).write_bytes(data)
    write(config, "INSERT INTO photo VALUES (?)", name)


def remove_photo(config: Config, name: str) -> None:
    write(config, "DELETE FROM photo WHERE file = ?", name)
    (config.media / name).unlink()


def write(config: Config, sql: str, *values: str) -> None:
    with closing(sqlite3.connect(config.sqlite_file)) as database:
        database.execute(sql, values)
        database.commit()


def asked(database: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(database)) as opened:
        return [row[0] for row in opened.execute(sql)]


def packed(config: Config, out: Path, **changes: Any) -> Manifest:
    source = SqliteSource(config.sqlite_file, COLUMNS, changes.pop("snapshot", take_snapshot))
    options = {"source": source, "with_secrets": False, "version": "1", "now": NOW}
    return pack(config, out, **{**options, **changes})
