"""Samples → the height of the wave that a loudspeaker makes of them."""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from broadsheet.voice.take import Samples

_TIMES = 4
_TAPS = 12  # a sample; within 0.1 dB for sines up to 0.35 of the rate
LATE = _TAPS // 2 - 1
# Whoever looks for the highest point looks no closer at rows that cannot hold it.
_ROW = 128


def _between() -> Samples:
    """A row of weights for each of the three points between a sample and the next."""
    # One short of whole, so that its middle falls on a sample.
    at = np.arange(_TIMES * _TAPS - 1) - (_TIMES * _TAPS // 2 - 1)
    kernel = np.sinc(at / _TIMES) * np.kaiser(len(at), 5.0)
    kernel *= _TIMES / kernel.sum()
    return np.stack([kernel[point::_TIMES][::-1] for point in range(_TIMES - 1)]).astype(np.float32)


_WEIGHTS = _between()
# Between samples that are no higher than 1 the wave can be no higher than this.
_STEEPEST = float(np.abs(_WEIGHTS).sum(axis=1).max())


class Wave:
    """The wave through the samples, from blocks of any length.

    Source: ITU-R BS.1770-4, annex 2 (four times the rate).
    """

    def __init__(self) -> None:
        self._past: Samples = np.zeros(_TAPS - 1, dtype=np.float32)

    def heights(self, block: Samples) -> Samples:
        """For each sample that goes in, the height on the way to the sample `LATE` before it."""
        return _heights(self._heard(block))

    def highest(self, block: Samples, *, above: float) -> float:
        """The highest of the heights, or `above` where none is higher."""
        heard = self._heard(block)
        whole = len(block) - len(block) % _ROW
        if whole:
            rows = sliding_window_view(heard, _ROW + _TAPS - 1)[::_ROW]
            steep = rows[np.abs(rows).max(axis=1) * _STEEPEST > above]
            above = float(_heights(steep).max(initial=above))
        return float(_heights(heard[whole:]).max(initial=above))

    def _heard(self, block: Samples) -> Samples:
        heard = np.concatenate((self._past, block))
        self._past = heard[len(block) :]
        return heard


def _heights(heard: Samples) -> Samples:
    """Along the last axis, which becomes shorter by the taps but one."""
    length = heard.shape[-1] - _TAPS + 1
    # The kernel's own middle leaves a sample as it is.
    highest = np.abs(heard[..., _TAPS - 1 - LATE :][..., :length])
    for weights in _WEIGHTS:
        point = weights[0] * heard[..., :length]
        for tap in range(1, _TAPS):
            point += weights[tap] * heard[..., tap : tap + length]
        np.maximum(highest, np.abs(point, out=point), out=highest)
    return highest


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
