"""Samples → frames of MP3 that borrow nothing from each other."""

from __future__ import annotations

from typing import Final

import av
import numpy as np

from broadsheet.voice.take import Samples

FRAME_BYTES: Final = 192
# A constant rate: a player finds a second of a variable one by guessing, up to 0.75 s off. Frames
# without a reservoir: the first one after a seek, or after a join, is whole.
_BITS_PER_SECOND = 64_000
_OPTIONS = {"compression_level": "7", "reservoir": "0"}
# LAME turns everything down by a twentieth first.
_GAIN = np.float32(1 / 0.95)

# LAME and the decoders together are 1,105 samples late. The usual remedy is a note to the player
# to skip them, and Chromium forgets it at every seek: measured, 22 to 51 ms. So the delay is
# filled up to whole frames, and these are left out.
_DELAY = 1105
_WHOLE_DELAY = 1152


class Mp3Encoder:
    """Mono at 24 or 48 kHz, at 64 kbit/s; frames of 24 ms and 192 bytes.

    A sound is heard in the frames where it was.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._encoder = av.CodecContext.create("libmp3lame", "w")
        self._encoder.sample_rate = rate
        self._encoder.layout = "mono"
        self._encoder.format = "fltp"
        self._encoder.bit_rate = _BITS_PER_SECOND
        self._encoder.options = _OPTIONS
        self._frames: list[bytes] = []
        self.take(np.zeros(_WHOLE_DELAY - _DELAY, dtype=np.float32))

    def take(self, block: Samples) -> None:
        frame = av.AudioFrame.from_ndarray(block[np.newaxis, :] * _GAIN, "fltp", "mono")
        frame.sample_rate = self._rate
        self._frames += map(bytes, self._encoder.encode(frame))

    def finish(self, frames: int) -> bytes:
        """So many frames of what was taken; after its end comes silence."""
        self.take(np.zeros(4 * self._encoder.frame_size, dtype=np.float32))
        self._frames += map(bytes, self._encoder.encode(None))
        left_out = _WHOLE_DELAY // self._encoder.frame_size
        return b"".join(self._frames[left_out : left_out + frames])
