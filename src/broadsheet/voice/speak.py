"""The process in which an engine speaks: utterances come in over a wire, takes go out.

`broadsheet.voice.microphone` starts it. The first answer is the engine's signature, each further
one a take; an EngineError stands for either. It ends when the wire is closed, from whatever cause.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from broadsheet.voice.beginning import beginning
from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import Engine, EngineError
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

# A reader's page comes first.
_NICENESS = 10
# Whoever listens gives up before we do.
_GRACE_SECONDS = 5.0


def speak(wire: Connection) -> None:
    """Load the voice that is named first on the wire, then say what comes after."""
    spec, loading_seconds, patience_seconds = wire.recv()
    with _end_by_itself(loading_seconds):
        engine, answer = _load(spec)
    wire.send(answer)
    while engine is not None:
        utterance = wire.recv()
        with _end_by_itself(patience_seconds):
            said = _say(engine, utterance, spec)
        wire.send(said)


def _load(spec: VoiceSpec) -> tuple[Engine | None, str | EngineError]:
    try:
        engine = load_engine(spec)
        return engine, engine.signature
    except EngineError as error:
        return None, error
    except Exception as error:  # noqa: BLE001  # others write engines, and these raise anything
        return None, EngineError(_fault(error, spec))


def _say(engine: Engine, utterance: Utterance, spec: VoiceSpec) -> Take | EngineError:
    try:
        take = _take(engine, utterance)
        check_take(utterance, take)
        return take
    except EngineError as error:
        return error
    except Exception as error:  # noqa: BLE001  # likewise
        return EngineError(f"{beginning(utterance)}: {_fault(error, spec)}")


def _take(engine: Engine, utterance: Utterance) -> Take:
    try:
        return engine.say(utterance)
    except EngineError as error:
        raise EngineError(f"{beginning(utterance)}: {error}") from error


def _fault(error: Exception, spec: VoiceSpec) -> str:
    found = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"voice {spec.name}: engine {spec.engine} has a fault ({found});"
        " tell whoever wrote it, or choose another voice"
    )


@contextmanager
def _end_by_itself(seconds: float) -> Iterator[None]:
    """End this process if that takes too long: nobody may be left to end it.

    faulthandler's clock runs even while native code holds the interpreter.
    """
    faulthandler.dump_traceback_later(seconds + _GRACE_SECONDS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _give_way() -> None:
    os.nice(_NICENESS)
    # Where Linux shares the processor out by sessions first, the number above counts within ours
    # alone, and there is nobody else in it.
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(_NICENESS))


if __name__ == "__main__":
    _give_way()
    with contextlib.suppress(EOFError, ConnectionError), Connection(int(sys.argv[1])) as wire:
        speak(wire)
