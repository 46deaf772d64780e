"""Samples → how loud they are to a listener."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from broadsheet.voice.take import Samples

_HOPS_PER_SECOND = 10
_HOPS_PER_BLOCK = 4
_SILENCE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0


class Loudness:
    """Integrated loudness of one channel in LUFS, from blocks of any length.

    Source: ITU-R BS.1770-4, annex 1. It remembers ten numbers a second.
    """

    def __init__(self, rate: int) -> None:
        self._filter = _k_weighting(rate)
        self._state = np.zeros((len(self._filter), 2))
        self._hop = rate // _HOPS_PER_SECOND
        self._rest: NDArray[np.float64] = np.zeros(0)
        self._energies: list[NDArray[np.float64]] = []

    def hear(self, block: Samples) -> None:
        weighted, self._state = signal.sosfilt(self._filter, block, zi=self._state)
        heard = np.concatenate((self._rest, weighted))
        whole = len(heard) - len(heard) % self._hop
        self._energies.append(np.mean(heard[:whole].reshape(-1, self._hop) ** 2, axis=1))
        self._rest = heard[whole:]

    @property
    def lufs(self) -> float:
        """So far; -inf where everything is under -70 LUFS or shorter than 0.4 s."""
        hops = np.concatenate((np.zeros(0), *self._energies))
        if len(hops) < _HOPS_PER_BLOCK:
            return -math.inf
        blocks = np.convolve(hops, np.full(_HOPS_PER_BLOCK, 1 / _HOPS_PER_BLOCK), "valid")
        heard = blocks[blocks > _energy(_SILENCE_LUFS)]
        if not len(heard):
            return -math.inf
        gate = _energy(_lufs(float(np.mean(heard))) + _RELATIVE_GATE_LU)
        return _lufs(float(np.mean(heard[heard > gate])))


def _lufs(energy: float) -> float:
    return -0.691 + 10 * math.log10(energy)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _k_weighting(rate: int) -> NDArray[np.float64]:
    """The head's shelf and the high pass of the Recommendation, as second-order sections.

    It prints coefficients for 48 kHz alone; these are the analogue filters behind them, which
    give the printed ones back at 48 kHz.
    """
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    k, damping = math.tan(math.pi * 1681.974450955533 / rate), 1 / 0.7071752369554196
    scale = 1 + k * damping + k * k
    shelf = [
        (high + band * k * damping + k * k) / scale,
        2 * (k * k - high) / scale,
        (high - band * k * damping + k * k) / scale,
        *_poles(k, damping),
    ]
    k, damping = math.tan(math.pi * 38.13547087602444 / rate), 1 / 0.5003270373238773
    return np.array([shelf, [1.0, -2.0, 1.0, *_poles(k, damping)]])


def _poles(k: float, damping: float) -> tuple[float, float, float]:
    scale = 1 + k * damping + k * k
    return 1.0, 2 * (k * k - 1) / scale, (1 - k * damping + k * k) / scale
