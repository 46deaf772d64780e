"""A bulk import within this process → where its time went."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from wagtail.search.backends import get_search_backend

from broadsheet.commands import import_copy
from broadsheet.desk import intake


class Stopwatch:
    """Adds up the time that calls take, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def on(self, module: Any, function: str) -> Iterator[None]:
        """Time every call of a module's function for as long as this lasts."""
        called = getattr(module, function)

        def timed(*args: Any, **words: Any) -> Any:
            started = time.perf_counter()
            try:
                return called(*args, **words)
            finally:
                spent = time.perf_counter() - started
                self.seconds[function] = self.seconds.get(function, 0.0) + spent

        with mock.patch.object(module, function, timed):
            yield


def import_timed(*, folder: str, progress: Callable[[str], None]) -> dict[str, float]:
    """Import every file of `folder`. Gives the seconds of the whole and of its parts.

    `reading` is the wait for the process in which the wire reads, `making` what becomes of each
    copy before anything is written, `rows` the database's, `index` the search index's.
    """
    stopwatch = Stopwatch()
    backend = get_search_backend()
    with ExitStack() as timing:
        for module, function in (
            (import_copy, "take_in"),
            (intake, "insert"),
            (type(backend), "add_bulk"),
        ):
            timing.enter_context(stopwatch.on(module, function))
        started = time.perf_counter()
        import_copy.run(files=(Path(folder),), section="", day=None, publish=False)
        whole = time.perf_counter() - started
    progress("imported")
    spent = stopwatch.seconds
    return {
        "whole": whole,
        "reading": whole - spent["take_in"],
        "making": spent["take_in"] - spent["insert"],
        "rows": spent["insert"] - spent["add_bulk"],
        "index": spent["add_bulk"],
    }
