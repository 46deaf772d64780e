"""A sound file → its samples, block by block, however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import soundfile

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.take import Samples

# Both are rates of Opus, and at both a frame of MP3 at our bit rates is a whole number of bytes,
# so that a player finds any second of it by reckoning. The lower one holds all that voices give.
VOICE_RATE = 24_000
WIDE_RATE = 48_000


def finished_rate(path: Path) -> int:
    """The rate in Hz at which a recording is finished: 24,000, or 48,000 if it holds more."""
    with _opened(path) as file:
        return VOICE_RATE if file.samplerate <= VOICE_RATE else WIDE_RATE


def blocks(path: Path, rate: int, *, block_seconds: float = 1.0) -> Iterator[Samples]:
    """The mono samples of a file at `rate` Hz. Raises SoundError where there are none.

    The sound keeps its place to the sample, and the same samples come whatever the block's length.
    """
    with _opened(path) as file:
        if file.channels != 1 or not file.frames:
            raise SoundError(
                f"{path.name} holds {file.frames} samples in {file.channels} channels; "
                "a programme is one channel with sound in it: voice it again"
            )
        read = _read(file, max(1, round(file.samplerate * block_seconds)))
        yield from read if file.samplerate == rate else _resampled(read, file.samplerate, rate)


def _opened(path: Path) -> soundfile.SoundFile:
    try:
        return soundfile.SoundFile(path)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SoundError(
            f"{path.name} cannot be read as sound ({error}); voice it again"
        ) from error


def _read(file: soundfile.SoundFile, length: int) -> Iterator[Samples]:
    while len(block := file.read(length, dtype="float32")):
        yield block


def _resampled(read: Iterator[Samples], old_rate: int, rate: int) -> Iterator[Samples]:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
    for block in read:
        frame = av.AudioFrame.from_ndarray(block[np.newaxis, :], format="flt", layout="mono")
        frame.sample_rate = old_rate
        for out in resampler.resample(frame):
            yield out.to_ndarray()[0]
    for out in resampler.resample(None):
        yield out.to_ndarray()[0]
