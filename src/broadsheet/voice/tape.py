"""Takes in their order → a raw programme, and when each word of it is heard."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import soundfile

from broadsheet.voice.beginning import beginning
from broadsheet.voice.engine import EngineError
from broadsheet.voice.sixteen_bits import SixteenBits, to_sixteen_bits
from broadsheet.voice.take import Samples, Take
from broadsheet.voice.timeline import Said, Timeline
from broadsheet.voice.utterance import Utterance

_SILENCE_BEFORE_MS = 200
_SILENCE_AFTER_MS = 500
# Sound that begins or ends elsewhere than at zero clicks. Voices leave more than this around words.
_FADE_MS = 5


class Tape:
    """A WAV file of 16 bits, mono, at the sample rate of the first take. Use it as a context.

    It is written as takes come, so that memory holds one of them, however long the programme is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: soundfile.SoundFile | None = None
        self._said: list[Said] = []
        self._written = 0
        self._pause_ms = _SILENCE_BEFORE_MS

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, utterance: Utterance, take: Take) -> None:
        """Write the silence that is due, then the take.

        Raises EngineError for a take at another sample rate than the first one's.
        """
        file = self._file = self._file or soundfile.SoundFile(
            self._path, "w", samplerate=take.sample_rate, channels=1, subtype="PCM_16"
        )
        if take.sample_rate != file.samplerate:
            raise EngineError(
                f"{beginning(utterance)}: the voice gave {take.sample_rate} samples a second, after"
                f" {file.samplerate} before; a programme has one rate: choose another voice"
            )
        self._pause(file, self._pause_ms)
        start = self._written / file.samplerate
        self._write(file, _faded(take))
        self._said.append(
            Said(
                utterance,
                start,
                self._written / file.samplerate,
                tuple((start + begin, start + end) for begin, end in take.times),
            )
        )
        self._pause_ms = utterance.pause_after_ms

    def end(self) -> Timeline:
        """Write the silence at the end and close the file. Raises EngineError if it is empty."""
        if self._file is None:
            raise EngineError("there is nothing to be said in this; write a sentence")
        with self._file as file:
            self._pause(file, _SILENCE_AFTER_MS)
        return Timeline(tuple(self._said), self._written / file.samplerate)

    def _pause(self, file: soundfile.SoundFile, milliseconds: int) -> None:
        self._write(file, np.zeros(milliseconds * file.samplerate // 1000, np.int16))

    def _write(self, file: soundfile.SoundFile, sound: SixteenBits) -> None:
        file.write(sound)
        self._written += len(sound)


def _faded(take: Take) -> SixteenBits:
    """The same whether the take was said now or kept: it is brought to 16 bits before."""
    sound = to_sixteen_bits(take.sound).astype(np.float32)
    length = min(take.sample_rate * _FADE_MS // 1000, len(sound) // 2)
    rise: Samples = np.linspace(0, 1, length, endpoint=False, dtype=np.float32)
    sound[:length] *= rise
    sound[len(sound) - length :] *= rise[::-1]
    return np.rint(sound).astype(np.int16)
