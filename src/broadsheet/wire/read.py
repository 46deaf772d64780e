"""A file → one report as `Copy`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from broadsheet.wire.capture import read_capture
from broadsheet.wire.copy import Copy, CopyError, Shape
from broadsheet.wire.manuscript import Manuscript, manuscript
from broadsheet.wire.markdown import read_markdown
from broadsheet.wire.page import read_page
from broadsheet.wire.sniff import shape
from broadsheet.wire.typed import read_typed

_READERS: dict[Shape, Callable[[Manuscript], Copy]] = {
    "capture": read_capture,
    "text": read_typed,
    "markdown": read_markdown,
    "html": read_page,
}


def read(path: Path, *, largest_bytes: int) -> Copy:
    """Read one file of copy. Raises CopyError, one clear sentence, for whatever is none.

    A file of more than `largest_bytes` is refused before any of it is read.
    """
    try:
        data = _bytes(path, largest_bytes)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CopyError(
            f"{path}: cannot be read ({reason}); check the name and its rights"
        ) from None
    return read_bytes(data, name=str(path))


def read_bytes(data: bytes, *, name: str) -> Copy:
    """Read copy that is in memory already. `name` stands in messages; its ending tells the shape
    where it is that of Markdown or HTML."""
    written = manuscript(data, name=name)
    return _READERS[shape(written)](written)


def _bytes(path: Path, largest_bytes: int) -> bytes:
    # O_NONBLOCK: opening a named pipe that nobody writes to would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise CopyError(f"{path}: this is a folder; name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise CopyError(f"{path}: this is no file but a device or a pipe; save the copy first")
        if status.st_size <= largest_bytes:
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read(largest_bytes + 1)
            if len(data) <= largest_bytes:
                return data
    finally:
        os.close(descriptor)
    raise CopyError(
        f"{path}: the file has {status.st_size / 1e6:,.0f} MB and copy may have "
        f"{largest_bytes / 1e6:,.0f}; hand in one report, or raise [wire] largest_megabytes"
    )
