"""A take → the same as finished sound, ready to be joined to others."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np

from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits
from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.finished_rate import finished_rate
from broadsheet.voice.sound.reel import FRAME_MS, Reel
from broadsheet.voice.sound.resampled import resampled
from broadsheet.voice.take import Samples, Take

# Of silence before the sound: what the encoders make of its beginning is spread over them.
LEAD_FRAMES = 2
_TAIL_FRAMES = 1
# Sound that begins or ends elsewhere than at zero clicks. Voices leave more than this around words.
_FADE_MS = 5


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


def unpacked(data: bytes) -> FinishedTake:
    """What `packed` made."""
    written, _, rest = data.partition(b"\n")
    line = json.loads(written)
    at = line["mp3"]
    mp3, opus = rest[:at], []
    for length in line["opus"]:
        opus.append(rest[at : at + length])
        at += length
    energies = np.frombuffer(rest[at:], dtype="<f4").astype(np.float64)
    return FinishedTake(
        Reel(line["rate"], mp3, tuple(opus), energies, line["peak_dbtp"]),
        line["seconds"],
        tuple((start, end) for start, end in line["times"]),
    )


def finish_take(take: Take, *, lufs: float) -> FinishedTake:
    """Bring it to `lufs`, or as near as its peaks allow, and encode it. Raises SoundError.

    It comes out the same whether the take was said now or kept: it is brought to 16 bits first.
    """
    rate = finished_rate(take.sample_rate)
    frame = rate * FRAME_MS // 1000
    lead, tail = (np.zeros(frames * frame, np.float32) for frames in (LEAD_FRAMES, _TAIL_FRAMES))
    sound = np.concatenate((lead, *resampled([_faded(take)], take.sample_rate, rate), tail))
    return FinishedTake(finish([sound], rate, lufs=lufs), take.seconds, take.times)


def _faded(take: Take) -> Samples:
    sound = from_sixteen_bits(to_sixteen_bits(take.sound))
    length = min(take.sample_rate * _FADE_MS // 1000, len(sound) // 2)
    rise: Samples = np.linspace(0, 1, length, endpoint=False, dtype=np.float32)
    sound[:length] *= rise
    sound[len(sound) - length :] *= rise[::-1]
    return sound
