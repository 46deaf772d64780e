"""One of the newsroom's folders, on its disk or in its store → the files in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Protocol

from broadsheet.config import Config
from broadsheet.vault import contents
from broadsheet.vault.folder_stock import FolderStock
from broadsheet.vault.found import Found


class Stock(Protocol):
    """Files come and go while it is read, and do not change. Raises OSError where it is away."""

    def files(self) -> Iterator[Found]:
        """All that are there, each open until the next is asked for."""

    def mark(self, name: str) -> Hashable:
        """What that file has for a mark now; None where there is none."""

    def opened(self, name: str) -> AbstractContextManager[Found]:
        """Raises FileNotFoundError where there is no such file."""


def stock_of(config: Config, name: str) -> Stock:
    folder = contents.folder_of(name, config)
    if not config.store.bucket:
        return FolderStock(folder)
    # Its client is there only where the newsroom has a store.
    stored: Stock = import_module("broadsheet.vault.stored_stock").StoredStock(
        config.store, folder.name
    )
    return stored
