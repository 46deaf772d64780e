"""A newsroom of its own for each test: a real folder and a real database, thrown away after it."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import hypothesis
import pytest

from broadsheet.config import Config
from tests.databases import (
    POSTGRESQL,
    copied_newsroom,
    drop_database,
    empty_newsroom,
    name_of_database,
)

ROOT = Path(__file__).parent.parent
SCRATCH = Path(tempfile.mkdtemp(prefix="broadsheet-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

FIRST = empty_newsroom(SCRATCH / "first")
os.environ["BROADSHEET_NEWSROOM"] = str(SCRATCH / "first")
os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
# While Playwright drives a browser from this thread, an event loop runs under every test of the
# process, and Django would refuse the database to tests that have nothing to do with either.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
django.setup()

from django.conf import settings  # noqa: E402  # Django is set up first
from django.core.management import call_command  # noqa: E402  # likewise
from django.db import connections  # noqa: E402  # likewise
from django.test.utils import override_settings  # noqa: E402  # likewise

from broadsheet.desk.founding import found  # noqa: E402  # likewise
from broadsheet.media import storages  # noqa: E402  # likewise
from tests.chromium import chromium  # noqa: E402  # likewise
from tests.stores import store  # noqa: E402  # likewise

__all__ = ["chromium", "first_database", "newsroom", "store"]


# A deadline fails where the machine is busy; no test here asserts speed.
hypothesis.settings.register_profile("broadsheet", deadline=None)
hypothesis.settings.load_profile("broadsheet")


@pytest.fixture(scope="session")
def first_database() -> Path:
    """A database with every migration and an empty paper; made once for each set of migrations."""
    kept = ROOT / ".pytest_cache" / f"newsroom-{_migrations()}.sqlite3"
    if POSTGRESQL or not kept.exists():
        call_command("migrate", verbosity=0)
        found(name="The Test Courier", tagline="All that is tested")
        connections.close_all()
    if POSTGRESQL:
        return Path(name_of_database(FIRST))
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        made = kept.with_suffix(f".{os.getpid()}")
        with connections["default"].cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(made)])
        connections.close_all()
        made.replace(kept)
    return kept


@pytest.fixture
def newsroom(tmp_path: Path, first_database: Path) -> Iterator[Config]:
    """An empty newsroom that Django works in for the length of a test."""
    config = copied_newsroom(tmp_path / "newsroom", first_database)
    with in_newsroom(config):
        yield config
    drop_database(config)


class in_newsroom:  # noqa: N801  # a context manager, read as words
    """Point Django at another newsroom's folder, settings and database."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._settings = override_settings(
            CONFIG=config, MEDIA_ROOT=config.media, STORAGES=storages(config)
        )

    def __enter__(self) -> Config:
        self._before = name_of_database(settings.CONFIG)
        self._settings.enable()
        self._open(name_of_database(self._config))
        return self._config

    def __exit__(self, *_: object) -> None:
        self._open(self._before)
        self._settings.disable()

    def _open(self, database: str) -> None:
        connections.close_all()
        connections["default"].settings_dict["NAME"] = database


def _migrations() -> str:
    digest = hashlib.sha256()
    for file in sorted((ROOT / "src").glob("broadsheet/*/migrations/*.py")):
        digest.update(file.read_bytes())
    digest.update((ROOT / "requirements-dev.txt").read_bytes())
    for name in ("desk/founding", "desk/hand_out_roles", "desk/roles", "chain/lay_chain"):
        digest.update((ROOT / f"src/broadsheet/{name}.py").read_bytes())
    return digest.hexdigest()[:16]
