"""A take → the same as finished sound, ready to be joined to others."""

from __future__ import annotations

import numpy as np

from broadsheet.voice.finished_take import LEAD_FRAMES, FinishedTake
from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits
from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.finished_rate import finished_rate
from broadsheet.voice.sound.reel import FRAME_MS
from broadsheet.voice.sound.resampled import resampled
from broadsheet.voice.take import Samples, Take

_TAIL_FRAMES = 1
# Sound that begins or ends elsewhere than at zero clicks. Voices leave more than this around words.
_FADE_MS = 5


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
