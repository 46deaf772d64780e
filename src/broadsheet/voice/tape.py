"""Finished takes in their order → a programme, and when each word of it is heard."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from broadsheet.voice.beginning import beginning
from broadsheet.voice.engine import EngineError
from broadsheet.voice.finished_take import LEAD_FRAMES, FinishedTake
from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.sound.reel import FRAME_MS
from broadsheet.voice.sound.splicer import Splicer
from broadsheet.voice.timeline import Said, Timeline
from broadsheet.voice.utterance import Utterance

_SILENCE_BEFORE_MS = 200
_SILENCE_AFTER_MS = 500


class Tape:
    """Two files in a folder, an MP3 and an Opus. Use it as a context.

    They are written as takes come, so that memory holds one of them, however long the programme
    is. A take begins with a frame: silences are up to half a frame, 12 ms, longer or shorter than
    they are set to be, and none is shorter than the 72 to 120 ms that keep two takes apart.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._splicer: Splicer | None = None
        self._rate = 0
        self._said: list[Said] = []
        self._due_ms: float = _SILENCE_BEFORE_MS

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._splicer:
            self._splicer.__exit__(kind, error, trace)

    def add(self, utterance: Utterance, take: FinishedTake) -> None:
        """Write the silence that is due, then the take.

        Raises EngineError for a take that was finished at another rate than the first one.
        """
        rate = take.reel.rate
        if self._splicer is None:
            self._splicer, self._rate = Splicer(self._folder, rate), rate
        if rate != self._rate:
            raise EngineError(
                f"{beginning(utterance)}: the voice's sound wants {rate} samples a second, after"
                f" {self._rate} before; a programme has one rate: choose another voice"
            )
        frame = max(round(self._due_ms / FRAME_MS), self._splicer.frames + LEAD_FRAMES)
        self._splicer.add(take.reel, frame=frame - LEAD_FRAMES)
        start = frame * FRAME_MS / 1000
        end = start + take.seconds
        times = tuple((start + begin, start + stop) for begin, stop in take.times)
        self._said.append(Said(utterance, start, end, times))
        self._due_ms = end * 1000 + utterance.pause_after_ms

    def end(self) -> tuple[Programme, Timeline]:
        """Write the silence at the end and close the files. Raises EngineError if it is empty."""
        if self._splicer is None:
            raise EngineError("there is nothing to be said in this; write a sentence")
        end_ms = self._said[-1].end * 1000 + _SILENCE_AFTER_MS
        programme = self._splicer.finish(round(end_ms / FRAME_MS))
        return programme, Timeline(tuple(self._said), programme.milliseconds / 1000)
