"""A programme → the same with its peaks held down, gently enough for speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, signal

from broadsheet.voice.sound.true_peak import LATE, Wave
from broadsheet.voice.take import Samples

_ATTACK_SECONDS = 0.005
# Slower than syllables follow each other, so that the voice is turned down and not ground.
_RELEASE_DB_PER_SECOND = 60.0
_FAINTEST = 1e-6

Decibels = NDArray[np.float64]


def limited(
    blocks: Iterable[Samples], rate: int, *, gain_db: float, ceiling_db: float
) -> Iterator[Samples]:
    """Raise everything by `gain_db` and keep the true peak under `ceiling_db`.

    As much comes out as goes in and at the same place: the limiter looks ahead and is turned down
    before a peak comes. The output does not depend on how the sound is cut into blocks.
    """
    limiter = _Limiter(rate, gain_db, ceiling_db)
    unborn = limiter.late
    for block in chain(blocks, [np.zeros(limiter.late, dtype=np.float32)]):
        out = limiter.limit(block)
        if len(out) > unborn:
            yield out[unborn:]
        unborn = max(0, unborn - len(out))


class _Limiter:
    def __init__(self, rate: int, gain_db: float, ceiling_db: float) -> None:
        ahead = round(rate * _ATTACK_SECONDS)
        # A peak between two samples concerns both: one more than the attack is looked at.
        self.late = ahead + 1 + LATE
        self._gain = np.float32(10 ** (gain_db / 20))
        self._ceiling_db = ceiling_db
        self._step = _RELEASE_DB_PER_SECOND / rate
        self._window = signal.windows.hann(ahead + 3)[1:-1]
        self._window /= self._window.sum()
        self._wave = Wave()
        self._sound: Samples = np.zeros(self.late, dtype=np.float32)
        self._allowed: Decibels = np.zeros(ahead + 1)
        self._held: Decibels = np.zeros(ahead)

    def limit(self, block: Samples) -> Samples:
        """As many samples as come in, `late` samples after them."""
        raised = block * self._gain
        turned_db = self._smooth(self._hold(self._allow(raised)))
        sound = np.concatenate((self._sound, raised))
        self._sound = sound[len(block) :]
        return sound[: len(block)] * np.power(10, turned_db / 20).astype(np.float32)

    def _allow(self, raised: Samples) -> Decibels:
        """What each sample may be turned to for its own peak and for those that come soon."""
        heights_db = 20 * np.log10(np.maximum(self._wave.heights(raised), _FAINTEST))
        allowed = np.concatenate((self._allowed, np.minimum(self._ceiling_db - heights_db, 0)))
        ahead = len(self._allowed)
        self._allowed = allowed[len(raised) :]
        lowest = ndimage.minimum_filter1d(
            allowed, ahead + 1, mode="nearest", origin=-((ahead + 1) // 2)
        )
        return np.asarray(lowest[: len(raised)])

    def _hold(self, allowed: Decibels) -> Decibels:
        """Down at once, up by no more than the release."""
        risen = self._step * np.arange(1, len(allowed) + 1)
        return np.minimum(np.minimum.accumulate(allowed - risen), self._held[-1]) + risen

    def _smooth(self, held: Decibels) -> Decibels:
        """A mean over the attack: no sample in it was held less than the peak asks."""
        smoothed = np.concatenate((self._held, held))
        self._held = smoothed[len(held) :]
        return np.asarray(signal.oaconvolve(smoothed, self._window, "valid"))
