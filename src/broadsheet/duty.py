"""One process at a time: a lock on a file, which the kernel lets go when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Hold the lock; wait while another process holds it."""
    with file.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_on_duty(file: Path) -> bool:
    """Whether some process on this machine is."""
    if not file.exists():
        return False
    with on_duty(file) as is_free:
        return not is_free


@contextmanager
def on_duty(file: Path) -> Iterator[bool]:
    """Be the one on duty for as long as this lasts; gives False where another process is."""
    with file.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
