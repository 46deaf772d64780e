"""The databases of the tests: files beside them, or in a PostgreSQL that is named to them.

BROADSHEET_TESTS_POSTGRESQL is the address of a database there, as an account that may make others.
"""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from broadsheet.commands import new
from broadsheet.config import Config, load
from broadsheet.setting.database_url import DatabaseUrl

POSTGRESQL = os.environ.get("BROADSHEET_TESTS_POSTGRESQL", "")

_numbers = count(1)


def empty_newsroom(folder: Path) -> Config:
    """A newsroom with nothing in its database."""
    return _newsroom(folder, template="template0")


def copied_newsroom(folder: Path, first: Path) -> Config:
    """A newsroom whose database is a copy of that one, which nobody is connected to."""
    config = _newsroom(folder, template=first.name)
    if not POSTGRESQL:
        shutil.copy(first, config.sqlite_file)
    return config


def name_of_database(config: Config) -> str:
    """As Django calls it."""
    url = config.database.url
    return DatabaseUrl.read(url).name if url else str(config.sqlite_file)


def drop_database(config: Config) -> None:
    """Files go with their folder."""
    if POSTGRESQL:
        _do(f"DROP DATABASE {name_of_database(config)} WITH (FORCE)")


class KeptDatabase:
    """A newsroom's database as it is now, to begin from again and again. Files are not its concern:
    they are kept with their folder."""

    def __init__(self, config: Config) -> None:
        self._own = name_of_database(config)
        self._aside = f"{self._own}_kept"
        if POSTGRESQL:
            _do(f"CREATE DATABASE {self._aside} TEMPLATE {self._own}")

    def restore(self) -> None:
        """Nobody may be connected to it."""
        if POSTGRESQL:
            _do(f"DROP DATABASE {self._own} WITH (FORCE)")
            _do(f"CREATE DATABASE {self._own} TEMPLATE {self._aside}")

    def drop(self) -> None:
        if POSTGRESQL:
            _do(f"DROP DATABASE {self._aside} WITH (FORCE)")


def _newsroom(folder: Path, *, template: str) -> Config:
    url = ""
    if POSTGRESQL:
        name = f"newsroom_{os.getpid()}_{next(_numbers)}"
        _do(f"CREATE DATABASE {name} TEMPLATE {template}")
        url = urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()
    new.run(folder, language="en", time_zone="Asia/Seoul", database_url=url)
    return load(folder)


def _do(sql: str) -> None:
    import psycopg

    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(sql)
