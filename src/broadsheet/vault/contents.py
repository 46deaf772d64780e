"""What stands in the file of a backup, which is a tar, and where it belongs in a newsroom."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from broadsheet.config import FILE_NAME, Config

MANIFEST = "backup.json"
DATABASE = "database.sqlite3"
DUMP = "database.pgdump"
SETTINGS = FILE_NAME
SECRET_KEY = "secret-key"  # noqa: S105  # the name of a file
DICTIONARIES = "dictionaries.sqlite3"
MEDIA = "media"

# Sound and words files could be made again, but for hours the paper would be without them.
FOLDERS = (MEDIA, "sound", "words")


def place_of(name: str, config: Config) -> Path | None:
    """Where the file called `name` in a backup belongs; None for a name that is none of ours."""
    single = {
        SETTINGS: config.home / FILE_NAME,
        DATABASE: config.sqlite_file,
        DUMP: dump_file(config),
        SECRET_KEY: config.secret_key_file,
        DICTIONARIES: config.dictionaries,
    }
    if name in single:
        return single[name]
    parts = PurePosixPath(name).parts
    if len(parts) < 2 or parts[0] not in FOLDERS or {"..", "/"} & set(parts) or "\\" in name:
        return None
    return folder_of(parts[0], config).joinpath(*parts[1:])


def dump_file(config: Config) -> Path:
    """Where the dump of a database in PostgreSQL waits to be put into one."""
    return config.var / DUMP


def folder_of(name: str, config: Config) -> Path:
    return {"media": config.media, "sound": config.recordings, "words": config.words}[name]
