"""What other parts of the paper hold of a reader → what the reader sees, takes away and ends.

    register(Holding(key="comments", title=_("Comments"), export=…, shown=…, forget=…))

belongs in the `ready()` of the app that holds something.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from broadsheet.readers.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing that the reader's page lists: its text, when it was made and where it stands."""

    text: str
    path: str
    at: dt.datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one part of the paper holds of readers.

    `export` gives all of it for the download, as values that JSON knows (dates as ISO 8601 text).
    `shown` gives what the reader's page lists, the newest first; the page shows the first fifty.
    `forget` is called in the transaction that deletes the account, before it is gone.
    """

    key: str
    title: str | Promise
    export: Callable[[Account], Sequence[Any]]
    shown: Callable[[Account], Iterable[Held]]
    forget: Callable[[Account], None]


_registered: dict[str, Holding] = {}


def register(holding: Holding) -> None:
    """Add `holding`; one with the same key is replaced."""
    _registered[holding.key] = holding


def holdings() -> tuple[Holding, ...]:
    return tuple(_registered.values())
