"""Samples → the height of the wave that a loudspeaker makes of them."""

from __future__ import annotations

import math

import numpy as np
from scipy import signal

from broadsheet.voice.take import Samples

_TIMES = 4
_TAPS = 12  # a sample; within 0.1 dB for sines up to 0.35 of the rate
# Points of the wave, and how late they come: the filter is one short of whole, so that its middle
# falls on a sample.
_KERNEL = np.float32(_TIMES) * signal.firwin(
    _TIMES * _TAPS - 1, 1 / _TIMES, window=("kaiser", 5.0)
).astype(np.float32)
LATE = _TAPS // 2 - 1


class Wave:
    """The wave through the samples, from blocks of any length.

    Source: ITU-R BS.1770-4, annex 2 (four times the rate).
    """

    def __init__(self) -> None:
        self._past: Samples = np.zeros(_TAPS - 1, dtype=np.float32)

    def heights(self, block: Samples) -> Samples:
        """For each sample that goes in, the height on the way to the sample `LATE` before it."""
        heard = np.concatenate((self._past, block))
        self._past = heard[len(block) :]
        first = _TIMES * (_TAPS - 1)
        points = signal.upfirdn(_KERNEL, heard, _TIMES)[first : first + _TIMES * len(block)]
        return np.asarray(np.abs(points).reshape(-1, _TIMES).max(axis=1), dtype=np.float32)


class TruePeak:
    """The true peak of one channel in dBTP, from blocks of any length."""

    def __init__(self) -> None:
        self._wave = Wave()
        self._highest = 0.0

    def hear(self, block: Samples) -> None:
        if len(block):
            self._highest = max(self._highest, float(self._wave.heights(block).max()))

    @property
    def dbtp(self) -> float:
        """So far; -inf for silence. The last quarter of a millisecond is still on its way."""
        return 20 * math.log10(self._highest) if self._highest else -math.inf
