"""A recording of any kind that is taken → a plain WAV."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np
import soundfile

from broadsheet.studio.listening.error import RecordingError
from broadsheet.studio.listening.kind import HEAD_BYTES, KINDS, kind_of

RATE = 48_000
LONGEST_SECONDS = 60 * 60
_SILENCE = 0.003 * 32_768  # the loudest sample: 50 dB below full


def decode(recording: Path, wav: Path) -> float:
    """Write it as one channel of 16 bits at 48,000 Hz. Gives its length in seconds.

    Raises RecordingError for what is broken, of another kind, silent, or longer than an hour.
    """
    with recording.open("rb") as file:
        kind = kind_of(file.read(HEAD_BYTES))
        if not kind:
            raise RecordingError(f"this is no sound file that can be read; hand in {KINDS}")
        file.seek(0)
        try:
            samples, loudest = _decode(file, kind, wav)
        except (av.FFmpegError, ValueError, IndexError) as error:
            raise RecordingError(
                f"the file is broken and does not decode to its end ({error}); export it again"
            ) from error
    if loudest < _SILENCE:
        raise RecordingError(
            f"nothing is to be heard in the {samples / RATE:.0f} seconds of the recording; "
            "see that the microphone was on, and hand in the right track"
        )
    return samples / RATE


def _decode(file: BinaryIO, kind: str, wav: Path) -> tuple[int, int]:
    """How many samples there are, and how high the highest is."""
    samples = loudest = 0
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with (
        av.open(file, "r", format=kind) as container,
        soundfile.SoundFile(wav, "w", RATE, 1, subtype="PCM_16") as out,
    ):
        for frame in chain(container.decode(container.streams.audio[0]), (None,)):
            for piece in resampler.resample(frame):
                sound = piece.to_ndarray()[0]
                loudest = max(loudest, int(np.abs(sound.astype(np.int32)).max(initial=0)))
                samples += len(sound)
                out.write(sound)
            if samples > LONGEST_SECONDS * RATE:
                raise RecordingError(
                    f"the recording is longer than {LONGEST_SECONDS // 60} minutes; "
                    "hand in a shorter one"
                )
    return samples, loudest
