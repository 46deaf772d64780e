"""A take that was finished, as it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np

from broadsheet.voice.sound.reel import Reel

# Of silence before the sound: what the encoders make of its beginning is spread over them.
LEAD_FRAMES = 2


@dataclass(frozen=True, slots=True)
class FinishedTake:
    """`seconds` and `times` are the take's own; its sound begins `LEAD_FRAMES` into the reel."""

    reel: Reel
    seconds: float
    times: tuple[tuple[float, float], ...]

    def packed(self) -> bytes:
        """A line of JSON, then the bytes of the sound."""
        reel = self.reel
        line = {
            "rate": reel.rate,
            "mp3": len(reel.mp3),
            "opus": [len(packet) for packet in reel.opus],
            "peak_dbtp": reel.peak_dbtp,
            "seconds": self.seconds,
            "times": self.times,
        }
        energies = reel.energies.astype("<f4").tobytes()
        return b"".join((json.dumps(line).encode(), b"\n", reel.mp3, *reel.opus, energies))

    @classmethod
    def unpacked(cls, data: bytes) -> FinishedTake:
        """What `packed` made."""
        written, _, rest = data.partition(b"\n")
        line = json.loads(written)
        at = line["mp3"]
        mp3, opus = rest[:at], []
        for length in line["opus"]:
            opus.append(rest[at : at + length])
            at += length
        energies = np.frombuffer(rest[at:], dtype="<f4").astype(np.float64)
        return cls(
            Reel(line["rate"], mp3, tuple(opus), energies, line["peak_dbtp"]),
            line["seconds"],
            tuple((start, end) for start, end in line["times"]),
        )
