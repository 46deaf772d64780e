"""Sound as the takes are kept and the programme is written: 16 bits a sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.take import Samples

SixteenBits = NDArray[np.int16]

_LOUDEST = 32767


def to_sixteen_bits(sound: Samples) -> SixteenBits:
    """[-1, 1] → whole numbers; what is louder is cut. `from_sixteen_bits` and back changes none."""
    return np.rint(np.clip(sound, -1.0, 1.0) * _LOUDEST).astype(np.int16)


def from_sixteen_bits(sound: SixteenBits) -> Samples:
    """Whole numbers → [-1, 1]."""
    return sound.astype(np.float32) / np.float32(_LOUDEST)
