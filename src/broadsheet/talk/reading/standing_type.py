"""Pages as they were last set, so that one on which nothing changed is not set again.

Printers call type that is kept for another printing standing type. A thread in which people write
is printed every second, and all of its pages but a few are then what they were.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# Twenty thousand comments, in both orders.
MOST_BYTES = 40_000_000


class StandingType:
    """Keeps the pages that were asked for last, up to `most_bytes` of them."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        # The one that was asked for longest ago is the first.
        self._pages: dict[str, tuple[Any, bytes]] = {}

    def page(self, path: str, of: Any, compose: Callable[[], str]) -> bytes:
        """The page at `path`, in UTF-8. `of` is everything that `compose` makes it from."""
        kept = self._pages.pop(path, None)
        if kept is not None:
            self._bytes -= len(kept[1])
        data = kept[1] if kept is not None and kept[0] == of else compose().encode()
        self._pages[path] = of, data
        self._bytes += len(data)
        while self._bytes > self._most_bytes:
            _, dropped = self._pages.pop(next(iter(self._pages)))
            self._bytes -= len(dropped)
        return data
