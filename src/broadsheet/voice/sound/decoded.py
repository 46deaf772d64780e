"""An encoded file → the samples that a listener gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.take import Samples


def decoded(path: Path) -> Iterator[tuple[Samples, int]]:
    """The mono samples of an MP3 or Opus file with their rate, without the encoder's delay.

    Opus always comes at 48 kHz. Raises SoundError where the file does not decode to its end.
    """
    try:
        with av.open(str(path)) as file:
            for frame in file.decode(audio=0):
                yield frame.to_ndarray()[0], frame.sample_rate
    except av.FFmpegError as error:
        raise SoundError(f"{path.name} does not decode ({error}); voice it again") from error
