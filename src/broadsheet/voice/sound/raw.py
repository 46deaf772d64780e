"""A sound file → its samples at the rate at which it is finished, as often as they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import soundfile

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.finished_rate import finished_rate
from broadsheet.voice.sound.resampled import resampled
from broadsheet.voice.take import Samples


@dataclass(frozen=True, slots=True)
class Raw:
    """A file of one channel and any length. Going through it gives blocks of it in order.

    The sound keeps its place to the sample, and the same samples come whatever the block's
    length. Raises SoundError where there are none.
    """

    path: Path
    block_seconds: float = 1.0

    @property
    def rate(self) -> int:
        """Of the blocks, in Hz; the file may have another one."""
        with self._opened() as file:
            return finished_rate(file.samplerate)

    def __iter__(self) -> Iterator[Samples]:
        with self._opened() as file:
            if file.channels != 1 or not file.frames:
                raise SoundError(
                    f"{self.path.name} holds {file.frames} samples in {file.channels} channels; "
                    "a programme is one channel with sound in it: voice it again"
                )
            read = _read(file, max(1, round(file.samplerate * self.block_seconds)))
            yield from resampled(read, file.samplerate, finished_rate(file.samplerate))

    def _opened(self) -> soundfile.SoundFile:
        try:
            return soundfile.SoundFile(self.path)
        except (soundfile.LibsndfileError, OSError) as error:
            raise SoundError(
                f"{self.path.name} cannot be read as sound ({error}); voice it again"
            ) from error


def _read(file: soundfile.SoundFile, length: int) -> Iterator[Samples]:
    while len(block := file.read(length, dtype="float32")):
        yield block
