"""One process in which an engine speaks, as it is seen from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from multiprocessing.connection import Pipe

from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_ENVIRONMENT = {
    # Two threads that wait for each other by spinning were slower than one on a busy machine.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    # onnxruntime (1.32 does) reports its use to its maker over the network unless it is told so
    # before it is imported.
    "ORT_DISABLE_TELEMETRY": "1",
}


class Microphone:
    """A process with a voice. It has been told to load it; its first answer tells that it has.

    `wire` is what to wait on: it can be read from when there is an answer, or no process any more.
    """

    def __init__(self, spec: VoiceSpec, *, patience_seconds: float, loading_seconds: float) -> None:
        self.wire, theirs = Pipe()
        self._words = tempfile.TemporaryFile()  # noqa: SIM115  # it is closed by `stop`
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # the command is our own
                [sys.executable, "-P", "-m", "broadsheet.voice.speak", str(theirs.fileno())],
                env={**os.environ, **_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
                stdin=subprocess.DEVNULL,
                stdout=self._words,
                stderr=self._words,
                pass_fds=(theirs.fileno(),),
                # What a terminal sends to its foreground reaches us alone, and what an engine
                # starts is stopped with it.
                start_new_session=True,
            )
        self._tell((spec, loading_seconds, patience_seconds))

    def say(self, utterance: Utterance) -> None:
        """Ask for an utterance. The answer comes over the wire."""
        self._tell(utterance)

    def answer(self) -> str | Take | EngineError:
        """The engine's signature the first time, then what it said. Raises EOFError if it died."""
        try:
            answer: str | Take | EngineError = self.wire.recv()
        except OSError as error:
            raise EOFError from error
        # What was said before a good answer explains no later death.
        self._words.seek(0)
        self._words.truncate()
        return answer

    def stop(self) -> str:
        """End the process if it has not ended. Gives how it ended, with its last words."""
        # Before it is waited for: until then its number is not given to another process.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self.wire.close()
        code = self._process.wait()
        with self._words:
            self._words.seek(0)
            words = self._words.read().decode(errors="replace").strip().splitlines()
        how = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return f"{how}, after saying: {words[-1]}" if words else how

    def _tell(self, what: object) -> None:
        # Where nobody hears it, `answer` will tell.
        with contextlib.suppress(ConnectionError):
            self.wire.send(what)
