"""Samples → an MP3 file in which every second is where players look for it."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

from broadsheet.voice.take import Samples

# A constant rate: a player finds a second of a variable one by guessing, up to 0.75 s off. Frames
# that borrow nothing from each other: the first one after a seek is whole.
_BITS_PER_SECOND = 64_000
_OPTIONS = {"compression_level": "7", "reservoir": "0"}
# LAME turns everything down by a twentieth first.
_GAIN = np.float32(1 / 0.95)

# LAME and the decoders together are 1,105 samples late. The usual remedy is a note to the player
# to skip them, and Chromium forgets it at every seek: measured, 22 to 51 ms. So the delay is
# filled up to whole frames, and these are left out.
_DELAY = 1105
_WHOLE_DELAY = 1152


class Mp3Writer:
    """Mono at 24 or 48 kHz, at 64 kbit/s; frames of 192 bytes.

    A sound stands in the file where it was; the end is filled up with silence to a whole frame.
    """

    def __init__(self, path: Path, rate: int) -> None:
        self._rate = rate
        self._encoder = av.CodecContext.create("libmp3lame", "w")
        self._encoder.sample_rate = rate
        self._encoder.layout = "mono"
        self._encoder.format = "fltp"
        self._encoder.bit_rate = _BITS_PER_SECOND
        self._encoder.options = _OPTIONS
        self._file = path.open("wb")
        self._left_out = self._frames = self._bytes = 0
        self._first = b""
        self.take(np.zeros(_WHOLE_DELAY - _DELAY, dtype=np.float32))

    def take(self, block: Samples) -> None:
        frame = av.AudioFrame.from_ndarray(block[np.newaxis, :] * _GAIN, "fltp", "mono")
        frame.sample_rate = self._rate
        self._encode(frame)

    def finish(self) -> None:
        """Write what the encoder still holds, and at the head how long the file is."""
        self._encode(None)
        self._file.seek(0)
        self._file.write(self._head())

    def close(self) -> None:
        self._file.close()

    def _encode(self, frame: av.AudioFrame | None) -> None:
        for packet in self._encoder.encode(frame):
            if self._left_out < _WHOLE_DELAY:
                self._left_out += self._encoder.frame_size
                continue
            data = bytes(packet)
            if not self._first:
                self._first = data
                self._file.write(bytes(len(data)))
            self._file.write(data)
            self._frames += 1
            self._bytes += len(data)

    def _head(self) -> bytes:
        """A silent frame with the count of frames and bytes, and where each hundredth begins.

        Source: the Xing header, called `Info` where the rate is constant.
        """
        frame = bytearray(len(self._first))
        frame[:4] = self._first[:4]
        # The bytes are those of the counted frames, this one left out: Chromium reckons with their
        # ratio, and one frame more put the second half of every file 24 ms off after a seek.
        # Behind the header and the side information of one channel, in MPEG-1 or in MPEG-2.
        info = b"".join(
            (
                b"Info",
                (0b0111).to_bytes(4, "big"),
                self._frames.to_bytes(4, "big"),
                self._bytes.to_bytes(4, "big"),
                bytes(hundredth * 256 // 100 for hundredth in range(100)),
            )
        )
        start = 4 + (17 if self._first[1] & 0b1000 else 9)
        frame[start : start + len(info)] = info
        return bytes(frame)
