"""Samples → how loud they are to a listener."""

from __future__ import annotations

import math
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.take import Samples

HOPS_PER_SECOND = 10
_HOPS_PER_BLOCK = 4
_SILENCE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
# What the filters still remember of a click after this is 80 dB below it.
_MEMORY_SECONDS = 0.06

Energies = NDArray[np.float64]
Section = tuple[float, float, float, float, float, float]


class Weighting:
    """The ear's weighting (K) of one channel, in blocks of any length."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._past: Samples = np.zeros(len(_response(rate)) - 1, dtype=np.float32)

    def weigh(self, block: Samples) -> Energies:
        """The energy of each sample as it is heard."""
        heard = np.concatenate((self._past, block))
        self._past = heard[len(block) :]
        length = 1 << (len(heard) - 1).bit_length()
        spectrum = np.fft.rfft(heard, length) * _spectrum(self._rate, length)
        weighted = np.fft.irfft(spectrum, length)[len(self._past) : len(heard)]
        return np.square(weighted, dtype=np.float64)


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


@lru_cache(maxsize=8)
def _spectrum(rate: int, length: int) -> NDArray[np.complex64]:
    return np.asarray(np.fft.rfft(_response(rate), length))


@cache
def _response(rate: int) -> Samples:
    """What the filters make of a click."""
    response = [1.0, *(0.0 for _ in range(round(_MEMORY_SECONDS * rate) - 1))]
    for b0, b1, b2, _, a1, a2 in _k_weighting(rate):
        first = second = 0.0
        for at, value in enumerate(response):
            out = b0 * value + first
            first, second = b1 * value - a1 * out + second, b2 * value - a2 * out
            response[at] = out
    return np.array(response, dtype=np.float32)


def _k_weighting(rate: int) -> tuple[Section, Section]:
    """The head's shelf and the high pass of the Recommendation, as second-order sections.

    It prints coefficients for 48 kHz alone; these are the analogue filters behind them, which
    give the printed ones back at 48 kHz.
    """
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    k, damping = math.tan(math.pi * 1681.974450955533 / rate), 1 / 0.7071752369554196
    scale = 1 + k * damping + k * k
    shelf = (
        (high + band * k * damping + k * k) / scale,
        2 * (k * k - high) / scale,
        (high - band * k * damping + k * k) / scale,
        *_poles(k, damping),
    )
    k, damping = math.tan(math.pi * 38.13547087602444 / rate), 1 / 0.5003270373238773
    return shelf, (1.0, -2.0, 1.0, *_poles(k, damping))


def _poles(k: float, damping: float) -> tuple[float, float, float]:
    scale = 1 + k * damping + k * k
    return 1.0, 2 * (k * k - 1) / scale, (1 - k * damping + k * k) / scale
