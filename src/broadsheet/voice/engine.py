"""What a voice has to do. Anybody can write another one: see `docs/voices.md`."""

from __future__ import annotations

from typing import Protocol

from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance


class EngineError(Exception):
    """A voice that cannot speak, in one sentence: what, what was found, what to do."""


class Engine(Protocol):
    """A voice, loaded and ready, in a process of its own. It need not be safe for threads."""

    @property
    def signature(self) -> str:
        """Names the sound that it makes: another model, speaker or speed has another one.

        Takes are kept by it, and the press voices a report again when it changes.
        """

    def say(self, utterance: Utterance) -> Take:
        """Say it. The same utterance gives the same sound. Raises EngineError."""
