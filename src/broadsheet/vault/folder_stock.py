from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from broadsheet.vault.found import Found


class FolderStock:
    """A folder on this disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def files(self) -> Iterator[Found]:
        for file in sorted(self._folder.rglob("*")):
            if file.is_file() and not file.is_symlink():
                with (
                    suppress(FileNotFoundError),  # it has gone meanwhile
                    self.opened(file.relative_to(self._folder).as_posix()) as found,
                ):
                    yield found

    def mark(self, name: str) -> Hashable:
        try:
            return _mark((self._folder / name).stat())
        except OSError:
            return None

    @contextmanager
    def opened(self, name: str) -> Iterator[Found]:
        with (self._folder / name).open("rb") as file:
            told = os.fstat(file.fileno())
            yield Found(name, _mark(told), told.st_size, file)


def _mark(told: os.stat_result) -> Hashable:
    return told.st_ino, told.st_mtime_ns, told.st_size
