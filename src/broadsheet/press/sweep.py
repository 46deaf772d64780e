"""Blobs in the store that no book names → room in it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from broadsheet.press.models import SiteFile
from broadsheet.press.the_site import blobs, is_stored
from broadsheet.press.variants import VARIANTS

# A machine that serves the site may still be on its way to what was replaced a moment ago.
GRACE = dt.timedelta(days=1)
EVERY_SECONDS = 6 * 3600


class Sweep:
    """Goes through the store every six hours, a thousand names a turn.

    The press has to be held during a turn: nothing that it is about to name is taken away.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._due_at = clock() + EVERY_SECONDS
        self._pages: Iterator[list[Any]] | None = None

    def is_due(self) -> bool:
        return is_stored() and self._clock() >= self._due_at

    def turn(self, *, now: dt.datetime) -> bool:
        """Look at the next names; False where those were the last."""
        if self._pages is None:
            self._pages = blobs().pages()
        page = next(self._pages, None)
        if page is None:
            self._pages, self._due_at = None, self._clock() + EVERY_SECONDS
            return False
        self._clear([one.name for one in page if one.kept_at < now - GRACE])
        return True

    def _clear(self, names: list[str]) -> None:
        digests = {_digest(name) for name in names}
        named = SiteFile.objects.filter(digest__in=digests).values_list("digest", flat=True)
        spare = digests.difference(named)
        unused = [name for name in names if _digest(name) in spare]
        # Where the bytes are, their variants are: so the bytes go first.
        blobs().remove(*(name for name in unused if not name.endswith(VARIANTS)))
        blobs().remove(*(name for name in unused if name.endswith(VARIANTS)))


def _digest(name: str) -> str:
    return PurePosixPath(name).name.partition(".")[0]
