"""A mastered programme → MP3 and Opus."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream

from broadsheet.voice.take import Samples

# FFmpeg names itself and draws lots for a number of the stream unless it is told to be exact.
_EXACT = {"fflags": "+bitexact"}


@dataclass(frozen=True, slots=True)
class _Codec:
    name: str
    container: str
    sample_format: str
    bits_per_second: int
    complexity: str
    gain: float = 1.0


# A constant rate: a player finds a second of a variable one by guessing, up to 0.75 s off. At 64
# kbit/s a frame is large enough for the header that tells players the encoder's delay. LAME turns
# everything down by a twentieth first, so it is turned up here.
_MP3 = _Codec("libmp3lame", "mp3", "fltp", 64_000, "7", 1 / 0.95)
# From complexity 8 on the encoder listens for speech first, which takes it three times as long.
_OPUS = _Codec("libopus", "ogg", "flt", 40_000, "5")


def encode(sound: Iterable[Samples], rate: int, *, mp3: Path, opus: Path) -> None:
    """Write both files in one go through the sound, which is mono at 24 or 48 kHz.

    The same sound gives the same bytes. Both files say how much of their beginning and end is
    the encoder's own, so that players keep every sound in its place.
    """
    with ExitStack() as stack:
        writers = [
            stack.enter_context(closing(_Writer(path, rate, codec)))
            for path, codec in ((mp3, _MP3), (opus, _OPUS))
        ]
        for block in sound:
            for writer in writers:
                writer.take(block)
        for writer in writers:
            writer.finish()


class _Writer:
    def __init__(self, path: Path, rate: int, codec: _Codec) -> None:
        self._codec, self._rate = codec, rate
        self._container = av.open(str(path), "w", format=codec.container, options=_EXACT)
        self._stream = cast(
            "AudioStream",
            self._container.add_stream(codec.name, rate, {"compression_level": codec.complexity}),
        )
        self._stream.bit_rate = codec.bits_per_second
        self._stream.layout = "mono"
        self._stream.format = codec.sample_format

    def take(self, block: Samples) -> None:
        frame = av.AudioFrame.from_ndarray(
            block[np.newaxis, :] * np.float32(self._codec.gain), self._codec.sample_format, "mono"
        )
        frame.sample_rate = self._rate
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> None:
        self._container.mux(self._stream.encode(None))

    def close(self) -> None:
        self._container.close()
