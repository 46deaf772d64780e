"""A command line → the program running, for the length of a `with`."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

READY_SECONDS = 90
GRACE_SECONDS = 20
_LOOK_SECONDS = 0.05


class Broken(Exception):
    """Something that is measured does not work; the sentence says which, and what it said."""


@contextmanager
def running(
    argv: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str],
    is_ready: Callable[[], bool] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, its words going to the file `log`; stop it, and what it started, at the end.

    Raises Broken where it ends before it is ready, or takes too long.
    """
    with log.open("wb") as said:
        process = subprocess.Popen(
            [str(word) for word in argv],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            # A group of its own: what it started can be ended with it, and nothing else is.
            start_new_session=True,
        )
    try:
        if is_ready:
            _wait(process, is_ready, log)
        yield process
    finally:
        _stop(process)


def answers(port: int) -> Callable[[], bool]:
    """Whether a server takes connections at a port of this machine."""

    def is_open() -> bool:
        with socket.socket() as asked:
            return asked.connect_ex(("127.0.0.1", port)) == 0

    return is_open


def free_port() -> int:
    """A port of this machine that nobody listens at just now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], is_ready: Callable[[], bool], log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while not is_ready():
        if process.poll() is not None or time.monotonic() > until:
            said = log.read_text(encoding="utf-8", errors="replace").strip()
            raise Broken(f"{process.args!r} is not at work; it said: {said[-2000:] or 'nothing'}")
        time.sleep(_LOOK_SECONDS)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
