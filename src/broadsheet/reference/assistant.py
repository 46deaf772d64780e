"""One process in which words are looked up, as it is seen from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Pipe
from pathlib import Path

from broadsheet.reference.answer import Answer
from broadsheet.reference.question import Question

# A model's threads would wait for each other on the cores that the paper is served by.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Assistant:
    """Looks words up in a process of its own, which holds the model and the dictionaries.

    It ends by itself when this process does. It answers one question at a time.
    """

    def __init__(self, shelf: Path, *, model: str) -> None:
        self._wire, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # the command is our own
                [sys.executable, "-P", "-m", "broadsheet.reference.assist", str(theirs.fileno())],
                env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                # What a terminal sends to its foreground reaches us alone.
                start_new_session=True,
            )
        self._tell((str(shelf), model))

    def ask(self, question: Question) -> None:
        self._tell(question)

    def has_answered(self) -> bool:
        """Whether `answer` would come at once: with an answer, or because the process is dead."""
        return self._wire.poll()

    def wait(self, seconds: float) -> None:
        """Until it has answered, but no longer than that."""
        self._wire.poll(seconds)

    def answer(self) -> Answer | str:
        """Wait for what was found, or one sentence why nothing was.

        Raises EOFError where the process died.
        """
        try:
            found: Answer | str = self._wire.recv()
        except OSError as error:
            raise EOFError from error
        return found

    def stop(self) -> str:
        """End the process if it has not ended. Gives how it ended."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._wire.close()
        code = self._process.wait()
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    def _tell(self, what: object) -> None:
        # Where nobody hears it, `answer` will tell.
        with contextlib.suppress(ConnectionError):
            self._wire.send(what)
