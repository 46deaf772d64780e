"""Reels, and the frames at which they begin → a programme, as an MP3 and an Opus file."""

from __future__ import annotations

import hashlib
import math
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from broadsheet.voice.sound.contour import Numbers
from broadsheet.voice.sound.hops import hops
from broadsheet.voice.sound.loudness import integrated
from broadsheet.voice.sound.mp3_file import Mp3File
from broadsheet.voice.sound.opus_encoder import OPUS_RATE
from broadsheet.voice.sound.opus_file import OpusFile
from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.sound.reel import FRAME_MS, PACKET_MS, Reel
from broadsheet.voice.sound.silence import TICK_MS, silence

_SAMPLES_PER_TICK = round(OPUS_RATE * TICK_MS / 1000)
_PACKET_TICKS = round(PACKET_MS / TICK_MS)


class Splicer:
    """Use it as a context. A sound stands in both files where it is put.

    Frames of MP3 last 24 ms and packets of Opus 20, so that a reel begins in the Opus file up to
    1.25 ms beside its frame: silence comes in packets of 2.5 ms and longer. Both sides of each
    join are silent frames, at which a decoder's memory is empty: nothing clicks, and what is
    heard of a reel is what was heard when it was decoded by itself.
    """

    def __init__(self, folder: Path, rate: int) -> None:
        """Both files are made in `folder`, under names of their own."""
        self._mp3_path, self._opus_path = folder / "programme.mp3", folder / "programme.opus"
        self._silence = silence(rate)
        with ExitStack() as stack:
            self._mp3 = Mp3File(self._mp3_path, self._silence.mp3)
            stack.callback(self._mp3.close)
            self._opus = OpusFile(self._opus_path, self._silence.opus_head)
            stack.callback(self._opus.close)
            self._files = stack.pop_all()
        self._mp3_digest, self._opus_digest = hashlib.sha256(), hashlib.sha256()
        self._frames = self._ticks = 0
        self._energies: list[Numbers] = [np.zeros(0)]
        self._peak_dbtp = -math.inf

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()

    @property
    def frames(self) -> int:
        """How far both files are written."""
        return self._frames

    def add(self, reel: Reel, *, frame: int) -> None:
        """Put a reel at a frame that is not written yet, with silence before it."""
        self._be_still(frame)
        self._write_mp3(reel.mp3)
        for packet in reel.opus:
            self._write_opus(packet, _PACKET_TICKS)
        self._frames += reel.frames
        self._energies.append(reel.energies)
        self._peak_dbtp = max(self._peak_dbtp, reel.peak_dbtp)

    def finish(self, frames: int) -> Programme:
        """End both files after so many frames."""
        self._be_still(frames)
        # What Opus is late by lies behind the end.
        self._be_still_in_opus(self._ticks + _PACKET_TICKS)
        self._mp3.finish()
        self._opus.finish(frames * FRAME_MS / 1000)
        self._files.close()
        return Programme(
            mp3=self._mp3_path,
            mp3_digest=self._mp3_digest.digest(),
            opus=self._opus_path,
            opus_digest=self._opus_digest.digest(),
            milliseconds=frames * FRAME_MS,
            lufs=integrated(hops(np.concatenate(self._energies))),
            peak_dbtp=self._peak_dbtp,
        )

    def _be_still(self, frame: int) -> None:
        missing = frame - self._frames
        self._write_mp3(missing * self._silence.mp3)
        self._energies.append(np.zeros(missing))
        self._frames = frame
        self._be_still_in_opus(round(frame * FRAME_MS / TICK_MS))

    def _be_still_in_opus(self, tick: int) -> None:
        for ticks, packet in self._silence.opus.items():
            while tick - self._ticks >= ticks:
                self._write_opus(packet, ticks)

    def _write_mp3(self, frames: bytes) -> None:
        self._mp3.write(frames)
        self._mp3_digest.update(frames)

    def _write_opus(self, packet: bytes, ticks: int) -> None:
        self._opus.write(packet, ticks * _SAMPLES_PER_TICK)
        self._opus_digest.update(packet)
        self._ticks += ticks
