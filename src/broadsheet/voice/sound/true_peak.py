"""Samples → the height of the wave that a loudspeaker makes of them."""

from __future__ import annotations

import math

import numpy as np
from scipy import signal

from broadsheet.voice.take import Samples

_TIMES = 4
_TAPS = 12  # a sample; within 0.1 dB for sines up to 0.35 of the rate
# One short of whole, so that its middle falls on a sample.
_KERNEL = np.float32(_TIMES) * signal.firwin(
    _TIMES * _TAPS - 1, 1 / _TIMES, window=("kaiser", 5.0)
).astype(np.float32)
# Between samples that are no higher than 1 the wave can be no higher than this.
_STEEPEST = max(float(np.abs(_KERNEL[phase::_TIMES]).sum()) for phase in range(_TIMES))
LATE = _TAPS // 2 - 1


class Wave:
    """The wave through the samples, from blocks of any length.

    Source: ITU-R BS.1770-4, annex 2 (four times the rate).
    """

    def __init__(self) -> None:
        self._past: Samples = np.zeros(_TAPS - 1, dtype=np.float32)

    def heights(self, block: Samples) -> Samples:
        """For each sample that goes in, the height on the way to the sample `LATE` before it."""
        heard = self._heard(block)
        first = _TIMES * (_TAPS - 1)
        points = signal.upfirdn(_KERNEL, heard, _TIMES)[first : first + _TIMES * len(block)]
        return np.asarray(np.abs(points).reshape(-1, _TIMES).max(axis=1), dtype=np.float32)

    def highest(self, block: Samples, *, above: float) -> float:
        """The highest of the heights, or `above` where none is higher: that is seen at once."""
        if not len(block):
            return above
        loudest = max(float(np.abs(block).max()), float(np.abs(self._past).max()))
        if loudest * _STEEPEST <= above:
            self._heard(block)
            return above
        return max(above, float(self.heights(block).max()))

    def _heard(self, block: Samples) -> Samples:
        heard = np.concatenate((self._past, block))
        self._past = heard[len(block) :]
        return heard


class TruePeak:
    """The true peak of one channel in dBTP, from blocks of any length."""

    def __init__(self) -> None:
        self._wave = Wave()
        self._highest = 0.0

    def hear(self, block: Samples) -> None:
        self._highest = self._wave.highest(block, above=self._highest)

    @property
    def dbtp(self) -> float:
        """So far, but for the last five samples; -inf for silence."""
        return 20 * math.log10(self._highest) if self._highest else -math.inf
