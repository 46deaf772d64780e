from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path


class Folder:
    """A shelf on this machine. What it takes in has to lie on the same file system."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def has(self, name: str) -> bool:
        return (self._root / name).is_file()

    def read(self, name: str) -> bytes:
        return (self._root / name).read_bytes()

    def take_in(self, name: str, file: Path) -> None:
        place = self._root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)

    def names(self, *, kept_before: dt.datetime) -> Iterator[str]:
        for file in sorted(self._root.rglob("*")):
            if file.is_file() and file.stat().st_mtime < kept_before.timestamp():
                yield file.relative_to(self._root).as_posix()

    def remove(self, *names: str) -> None:
        for name in names:
            place = self._root / name
            place.unlink(missing_ok=True)
            if place.parent != self._root:
                with contextlib.suppress(OSError):  # others stand in it, or it is gone
                    place.parent.rmdir()
