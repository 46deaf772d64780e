"""A module of ours at work in a process beside this one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection, Pipe
from typing import Any


class Beside:
    """A process that runs `python -m module HANDLE`, and the wire to it.

    HANDLE is the number of the file that a `multiprocessing` connection is made of there. The
    process has to end where nobody is at the other end of it any more: so none is left when this
    one is killed.
    """

    def __init__(self, module: str, *, env: Mapping[str, str]) -> None:
        self._wire, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # the command is our own
                [sys.executable, "-P", "-m", module, str(theirs.fileno())],
                env={**os.environ, **env, "PYTHONPATH": os.pathsep.join(sys.path)},
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                # What a terminal sends to its foreground reaches us alone.
                start_new_session=True,
            )

    @property
    def wire(self) -> Connection:
        """What to wait on: it can be read when there is an answer, or no process any more."""
        return self._wire

    def tell(self, what: object) -> None:
        # Where nobody hears it, `answer` will tell.
        with contextlib.suppress(ConnectionError):
            self._wire.send(what)

    def answer(self) -> Any:
        """Wait for what it has to say. Raises EOFError where it died."""
        try:
            return self._wire.recv()
        except OSError as error:
            raise EOFError from error

    def stop(self) -> str:
        """End the process if it has not ended. Gives how it ended."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._wire.close()
        code = self._process.wait()
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
