"""A newsroom as it is at one moment, to begin from again and again; and its site, to be held
against another."""

from __future__ import annotations

import gzip
import shutil
import threading
from pathlib import Path

import brotli
from django.db import connections

from broadsheet.config import Config
from broadsheet.press.models import Order, Output
from broadsheet.press.work import GLANCE_SECONDS, work
from tests.databases import KeptDatabase

Pages = dict[str, bytes]

_UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


class Kept:
    def __init__(self, config: Config, aside: Path) -> None:
        self._var, self._aside = config.var, aside
        connections.close_all()
        self._database = KeptDatabase(config)
        shutil.copytree(self._var, aside)

    def restore(self) -> None:
        connections.close_all()
        self._database.restore()
        shutil.rmtree(self._var)
        shutil.copytree(self._aside, self._var)

    def close(self) -> None:
        connections.close_all()
        self._database.drop()


class _AtRest(threading.Event):
    """Set as soon as the worker finds nothing to do."""

    def wait(self, timeout: float | None = None) -> bool:
        if timeout == GLANCE_SECONDS:
            self.set()
        return super().wait(timeout)


def work_until_rest() -> None:
    """The worker as it is, until it has nothing more to do."""
    work(_AtRest())


def pages_of(config: Config) -> Pages:
    """What readers can ask for: nobody gives them what is hidden."""
    found = {str(file.relative_to(config.site)): file for file in config.site.rglob("*")}
    return {
        path: file.read_bytes()
        for path, file in found.items()
        if file.is_file() and not path.startswith(".")
    }


def half_files(found: Pages, *whole: Pages) -> list[str]:
    """Files that are, unpacked, in none of these sites."""
    return [
        path
        for path, data in found.items()
        if _unpacked(path, data) not in [site.get(_plain(path)) for site in whole]
    ]


def assert_is_done(config: Config) -> None:
    """Nothing is left to do, and nothing lies about."""
    assert not Order.objects.exists()
    assert not Output.objects.filter(is_stale=True).exists()
    assert not Output.objects.exclude(trouble="").exists()
    assert not list((config.site / ".press").iterdir())


def _plain(path: str) -> str:
    ending = Path(path).suffix
    return path.removesuffix(ending) if ending in _UNPACK else path


def _unpacked(path: str, data: bytes) -> bytes:
    unpack = _UNPACK.get(Path(path).suffix)
    return unpack(data) if unpack else data
