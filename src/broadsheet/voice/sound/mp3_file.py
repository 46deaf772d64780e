"""Frames of MP3 → a file in which every second is where players look for it."""

from __future__ import annotations

from pathlib import Path

from broadsheet.voice.sound.mp3_encoder import FRAME_BYTES


class Mp3File:
    """Give it `still`, a silent frame, then frames, then `finish`."""

    def __init__(self, path: Path, still: bytes) -> None:
        self._file = path.open("wb")
        self._still = still
        self._bytes = 0
        self._file.write(still)

    def write(self, frames: bytes) -> None:
        self._file.write(frames)
        self._bytes += len(frames)

    def finish(self) -> None:
        """Write at the head how long the file is."""
        self._file.seek(0)
        self._file.write(self._head())

    def close(self) -> None:
        self._file.close()

    def _head(self) -> bytes:
        """A silent frame with the count of frames and bytes, and where each hundredth begins.

        Source: the Xing header, called `Info` where the rate is constant.
        """
        frame = bytearray(FRAME_BYTES)
        frame[:4] = self._still[:4]
        # The bytes are those of the counted frames, this one left out: Chromium reckons with their
        # ratio, and one frame more put the second half of every file 24 ms off after a seek.
        # Behind the header and the side information of one channel, in MPEG-1 or in MPEG-2.
        info = b"".join(
            (
                b"Info",
                (0b0111).to_bytes(4, "big"),
                (self._bytes // FRAME_BYTES).to_bytes(4, "big"),
                self._bytes.to_bytes(4, "big"),
                bytes(hundredth * 256 // 100 for hundredth in range(100)),
            )
        )
        start = 4 + (17 if self._still[1] & 0b1000 else 9)
        frame[start : start + len(info)] = info
        return bytes(frame)
