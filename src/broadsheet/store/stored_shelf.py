from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket


class StoredShelf:
    """A shelf in the store."""

    def __init__(self, config: StoreConfig, under: str) -> None:
        self._bucket = Bucket(config, under)

    def has(self, name: str) -> bool:
        return self._bucket.has(name)

    def read(self, name: str) -> bytes:
        return self._bucket.read(name)

    def take_in(self, name: str, file: Path) -> None:
        with file.open("rb") as opened:
            self._bucket.keep(name, opened)
        file.unlink()

    def names(self, *, kept_before: dt.datetime) -> Iterator[str]:
        for page in self._bucket.pages():
            yield from (one.name for one in page if one.kept_at < kept_before)

    def remove(self, *names: str) -> None:
        self._bucket.remove(*names)
