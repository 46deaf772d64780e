"""A raw programme → its outline: how high and how loud each moment of it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.sound.loudness import Weighting
from broadsheet.voice.sound.true_peak import LATE, Wave
from broadsheet.voice.take import Samples

STEPS_PER_SECOND = 250

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Contour:
    """Two numbers for each 4 milliseconds; the last one is filled up with silence.

    `heights` are the highest points of the wave, 1 for full scale; `energies` are the mean
    energies as the ear weighs them. `samples` is the length of the sound at `rate` Hz.
    """

    rate: int
    samples: int
    heights: Numbers
    energies: Numbers

    @property
    def samples_per_step(self) -> int:
        return self.rate // STEPS_PER_SECOND


def contour(sound: Iterable[Samples], rate: int) -> Contour:
    """Draw it in one go through the sound; the blocks may be of any length."""
    wave, weighting = Wave(), Weighting(rate)
    step = rate // STEPS_PER_SECOND
    heights, energies = _Steps(step, np.maximum), _Steps(step, np.add)
    samples = 0
    for block in sound:
        # The first heights belong to samples before the sound.
        heights.take(wave.heights(block)[max(0, LATE - samples) :])
        energies.take(weighting.weigh(block))
        samples += len(block)
    missing = -samples % step
    silence = np.zeros(missing + LATE, dtype=np.float32)
    heights.take(wave.heights(silence)[max(0, LATE - samples) :])
    energies.take(np.zeros(missing))
    return Contour(rate, samples, heights.whole, energies.whole / step)


class _Steps:
    """Numbers in runs of any length → one number for each whole step of them."""

    def __init__(self, length: int, operation: np.ufunc) -> None:
        self._length, self._operation = length, operation
        self._rest: Numbers = np.zeros(0)
        self._steps: list[Numbers] = []

    def take(self, numbers: Numbers | Samples) -> None:
        run: Numbers = np.concatenate((self._rest, numbers))
        whole = len(run) - len(run) % self._length
        self._steps.append(self._operation.reduce(run[:whole].reshape(-1, self._length), axis=1))
        self._rest = run[whole:]

    @property
    def whole(self) -> Numbers:
        return np.concatenate((np.zeros(0), *self._steps))
