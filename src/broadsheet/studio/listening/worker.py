"""A piece of work in a process of its own, told and answering in JSON.

Files come from whoever has them, and their decoder is a large program: what it does to itself must
not end the booth. `studio.listen_through` starts these.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from typing import Any

from broadsheet.studio.listening.error import RecordingError
from broadsheet.voice.engine import EngineError

_MEMORY_BYTES = 4 * 1024**3
_FILE_BYTES = 1024**3
# Ends by itself even where whoever asked was killed.
_WORK_SECONDS = 3600


def answer(work: Callable[[dict[str, Any]], object]) -> None:
    """Do what standard input asks for and write what came of it, or the trouble in one sentence."""
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_CPU, _WORK_SECONDS),
    ):
        resource.setrlimit(what, (most, most))
    try:
        told = {"done": work(json.load(sys.stdin))}
    except (RecordingError, EngineError) as error:
        told = {"trouble": str(error)}
    json.dump(told, sys.stdout)
