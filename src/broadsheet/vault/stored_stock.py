from __future__ import annotations

import os
import tempfile
from collections.abc import Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket, Kept
from broadsheet.vault.found import Found

_AT_ONCE = 8
_IN_MEMORY_BYTES = 4 * 1024 * 1024


class StoredStock:
    """A folder in the store, in which a file is whole from the moment that it is there."""

    def __init__(self, config: StoreConfig, under: str) -> None:
        self._bucket = Bucket(config, under)
        self._seen: dict[str, Hashable] = {}

    def files(self) -> Iterator[Found]:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for page in self._bucket.pages():
                for at in range(0, len(page), _AT_ONCE):
                    for found in threads.map(self._fetch, page[at : at + _AT_ONCE]):
                        if found:
                            with found.file:
                                yield found

    def mark(self, name: str) -> Hashable:
        """Of one that was seen it is not asked again."""
        if name not in self._seen:
            try:
                return _mark(self._bucket.look_at(name))
            except (FileNotFoundError, ValueError):
                return None
        return self._seen[name]

    @contextmanager
    def opened(self, name: str) -> Iterator[Found]:
        found = self._fetch(self._bucket.look_at(name))
        if not found:
            raise FileNotFoundError(f"{name}: it has gone from the store")
        with found.file:
            yield found

    def _fetch(self, kept: Kept) -> Found | None:
        """None where it has gone meanwhile."""
        file = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115  # who asked closes it
        try:
            self._bucket.read_into(kept.name, file)
        except FileNotFoundError:
            file.close()
            return None
        size_bytes = file.seek(0, os.SEEK_END)
        file.seek(0)
        self._seen[kept.name] = _mark(kept)
        return Found(kept.name, _mark(kept), size_bytes, file)


def _mark(kept: Kept) -> Hashable:
    return kept.size_bytes, kept.kept_at
