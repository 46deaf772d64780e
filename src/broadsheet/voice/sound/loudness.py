"""Samples → how loud they are to a listener."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from broadsheet.voice.take import Samples

HOPS_PER_SECOND = 10
_HOPS_PER_BLOCK = 4
_SILENCE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0

Energies = NDArray[np.float64]


class Weighting:
    """The ear's weighting (K) of one channel, in blocks of any length."""

    def __init__(self, rate: int) -> None:
        self._sections = _k_weighting(rate)
        self._state = np.zeros((len(self._sections), 2))

    def weigh(self, block: Samples) -> Energies:
        """The energy of each sample as it is heard."""
        weighted, self._state = signal.sosfilt(self._sections, block, zi=self._state)
        return np.asarray(np.square(weighted))


class Loudness:
    """Loudness of one channel, in blocks of any length. It keeps ten numbers a second."""

    def __init__(self, rate: int) -> None:
        self._weighting = Weighting(rate)
        self._hop = rate // HOPS_PER_SECOND
        self._rest: Energies = np.zeros(0)
        self._hops: list[Energies] = []

    def hear(self, block: Samples) -> None:
        heard = np.concatenate((self._rest, self._weighting.weigh(block)))
        whole = len(heard) - len(heard) % self._hop
        self._hops.append(heard[:whole].reshape(-1, self._hop).mean(axis=1))
        self._rest = heard[whole:]

    @property
    def lufs(self) -> float:
        """Of what was heard so far; see `integrated`."""
        return integrated(np.concatenate((np.zeros(0), *self._hops)))


def integrated(hops: Energies) -> float:
    """The mean energies of each tenth of a second → loudness in LUFS, silences left out.

    -inf where all of it is under -70 LUFS or it is shorter than 0.4 s.
    Source: ITU-R BS.1770-4, annex 1.
    """
    if len(hops) < _HOPS_PER_BLOCK:
        return -math.inf
    blocks = np.convolve(hops, np.full(_HOPS_PER_BLOCK, 1 / _HOPS_PER_BLOCK), "valid")
    heard = blocks[blocks > _energy(_SILENCE_LUFS)]
    if not len(heard):
        return -math.inf
    gate = _energy(_lufs(float(heard.mean())) + _RELATIVE_GATE_LU)
    return _lufs(float(heard[heard > gate].mean()))


def _lufs(energy: float) -> float:
    return -0.691 + 10 * math.log10(energy)


def _energy(lufs: float) -> float:
    return math.pow(10, (lufs + 0.691) / 10)


def _k_weighting(rate: int) -> Energies:
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
