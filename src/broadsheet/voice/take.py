"""What came of it when an engine said an utterance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Take:
    """`sound` is mono, in [-1, 1], at `sample_rate` Hz.

    `times` holds start and end in seconds from the beginning of `sound`, a pair for each token of
    the utterance in its order; they rise and do not overlap.
    """

    sound: Samples
    sample_rate: int
    times: tuple[tuple[float, float], ...]

    @property
    def seconds(self) -> float:
        return len(self.sound) / self.sample_rate
