"""A recording as an aligner hears it: mono, 16,000 whole numbers a second, by the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy import signal

from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Samples

HEARD_RATE = 16_000

Heard = NDArray[np.int16]


class Recording(Protocol):
    """`seconds` is its length."""

    @property
    def seconds(self) -> float: ...

    def window(self, start: float, end: float) -> Heard:
        """What is heard between two times in seconds."""


class Held:
    """A recording in memory."""

    def __init__(self, sound: Samples, sample_rate: int) -> None:
        self._sound = sound
        self._sample_rate = sample_rate

    @property
    def seconds(self) -> float:
        return len(self._sound) / self._sample_rate

    def window(self, start: float, end: float) -> Heard:
        first, last = round(start * self._sample_rate), round(end * self._sample_rate)
        return _heard(self._sound[first:last], self._sample_rate)


class Filed:
    """A recording in a file, of any kind that libsndfile reads. Raises EngineError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            found = soundfile.info(path)
        except (OSError, soundfile.SoundFileError) as error:
            raise EngineError(
                f"{path.name} cannot be read as sound ({error}); give a WAV, FLAC, MP3 or Ogg file"
            ) from error
        self._sample_rate = int(found.samplerate)
        self.seconds = float(found.frames / found.samplerate)

    def window(self, start: float, end: float) -> Heard:
        first, last = round(start * self._sample_rate), round(end * self._sample_rate)
        sound, _ = soundfile.read(
            self._path, start=first, stop=last, dtype="float32", always_2d=True
        )
        return _heard(sound.mean(axis=1), self._sample_rate)


def _heard(sound: Samples, sample_rate: int) -> Heard:
    if sample_rate != HEARD_RATE:
        sound = signal.resample_poly(sound, HEARD_RATE, sample_rate)
    heard: Heard = (np.clip(sound, -1.0, 1.0) * 32_000).astype(np.int16)
    return heard
