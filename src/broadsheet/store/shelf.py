"""Files that one process of the newsroom makes for another: in a folder, or in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from broadsheet.config import Config
from broadsheet.store.folder import Folder


class Shelf(Protocol):
    """A name holds the same bytes for as long as it is there."""

    def has(self, name: str) -> bool: ...

    def read(self, name: str) -> bytes:
        """Raises FileNotFoundError where nothing has the name."""

    def take_in(self, name: str, file: Path) -> None:
        """Keep the file under this name; it is gone from where it was."""

    def names(self, *, kept_before: dt.datetime) -> Iterator[str]:
        """Of what is there, what came before that moment."""

    def remove(self, *names: str) -> None: ...


def shelf_of(config: Config, folder: Path) -> Shelf:
    """What stands in `folder` of the newsroom, or in the store under its name."""
    if not config.store.bucket:
        return Folder(folder)
    shelf: Shelf = _stored(config, folder.name)
    return shelf


def _stored(config: Config, under: str) -> Any:
    # Its client is there only where the newsroom has a store.
    return import_module("broadsheet.store.stored_shelf").StoredShelf(config.store, under)
