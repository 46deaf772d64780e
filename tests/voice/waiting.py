"""Waiting for a condition, and the processes in which voices speak."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_SECONDS = 120.0


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.01)


@contextmanager
def meanwhile(work: Callable[[], None]) -> Iterator[None]:
    """Do that in another thread; it is over at the end."""
    thread = threading.Thread(target=work)
    thread.start()
    yield
    thread.join()


@contextmanager
def another_process(words: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """Run that with what this process can import; it is killed at the end if it still runs."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def speakers(parent: int) -> list[int]:
    """The processes in which voices speak for that one, in their order."""
    found: list[int] = []
    for file in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):  # a thread of that one which has ended since
            found += [int(child) for child in file.read_text().split()]
    return sorted(pid for pid in found if "broadsheet.voice.speak" in command(pid))


def command(pid: int) -> str:
    """What a process runs; "" where it has ended, waited for or not."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
