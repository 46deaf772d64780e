"""Long work, shown: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click

LINE_SECONDS = 5


class Progress:
    """Call it with (done, total) as often as you like. Use it as a context."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._is_terminal = sys.stderr.isatty()
        self._line_at = time.monotonic() + LINE_SECONDS

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        if not total:
            return
        if self._is_terminal:
            filled = 30 * done // total
            bar = "█" * filled + "░" * (30 - filled)
            click.echo(f"\r{self._what} {bar} {done:,} of {total:,}\x1b[K", err=True, nl=False)
        elif time.monotonic() >= self._line_at:
            self._line_at = time.monotonic() + LINE_SECONDS
            click.echo(f"{self._what}: {done:,} of {total:,}", err=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_terminal:
            click.echo("\r\x1b[K", err=True, nl=False)
