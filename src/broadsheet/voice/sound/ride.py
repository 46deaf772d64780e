"""A programme's outline → how far it is turned up or down at each moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from broadsheet.voice.sound.contour import STEPS_PER_SECOND, Contour, Numbers
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.loudness import HOPS_PER_SECOND, integrated
from broadsheet.voice.take import Samples

_STEPS_PER_HOP = STEPS_PER_SECOND // HOPS_PER_SECOND
# Half a decibel from one pulse of a man's voice to the next: it is turned down and not ground.
_RELEASE_DB_PER_SECOND = 100.0
_FAINTEST = 1e-6
_MOST_PUSH_DB = 30.0
_NEAR_ENOUGH_LU = 0.02
_LONG_ENOUGH = 3 * STEPS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Ride:
    """The factors at the ends of all steps, one more than there are steps.

    Between them the sound is turned evenly. `energies` are the contour's, turned alike.
    """

    samples_per_step: int
    factors: Numbers
    energies: Numbers

    @property
    def lufs(self) -> float:
        return _lufs(self.energies)

    def over(self, sound: Iterable[Samples]) -> Iterator[Samples]:
        """The programme as it is to be heard; every sound keeps its place."""
        done = 0
        for block in sound:
            first, within = divmod(done, self.samples_per_step)
            places = np.arange(within, within + len(block)) / self.samples_per_step
            ends = self.factors[first : first + int(places[-1]) + 2]
            yield block * np.interp(places, np.arange(len(ends)), ends).astype(np.float32)
            done += len(block)


def ride(contour: Contour, *, lufs: float, ceiling_dbtp: float) -> Ride:
    """Bring a sound to `lufs`, or as near as it comes with its wave under `ceiling_dbtp`.

    A look-ahead limiter whose course is known before the first sample is touched: the more it is
    turned up, the more is held down, so that the right push is found on the outline alone.
    Raises SoundError where there is nothing to be heard.
    """
    heights_db = 20 * np.log10(np.maximum(contour.heights, _FAINTEST))
    plain_lufs = _lufs(contour.energies)
    if plain_lufs == -np.inf:
        seconds = contour.samples / contour.rate
        raise SoundError(f"nothing is to be heard in {seconds:.1f} seconds; voice it again")
    least_db = lufs - plain_lufs
    most_db = least_db + _MOST_PUSH_DB
    while True:
        gain_db = (least_db + most_db) / 2
        factors = 10 ** ((gain_db + _held(ceiling_dbtp - gain_db - heights_db)) / 20)
        found = Ride(contour.samples_per_step, factors, _turned(contour.energies, factors))
        if abs(found.lufs - lufs) < _NEAR_ENOUGH_LU or most_db - least_db < _NEAR_ENOUGH_LU:
            return found
        least_db, most_db = (gain_db, most_db) if found.lufs < lufs else (least_db, gain_db)


def _held(room_db: Numbers) -> Numbers:
    """The room under the ceiling in each step → how far it is turned down at the steps' ends.

    Both ends of a step are low enough for its peak; after a peak it rises no faster than the
    release.
    """
    allowed_db = np.minimum(np.append(room_db, 0), np.append(0, room_db)).clip(max=0)
    risen_db = np.arange(len(allowed_db)) * (_RELEASE_DB_PER_SECOND / STEPS_PER_SECOND)
    return np.asarray(np.minimum.accumulate(allowed_db - risen_db) + risen_db)


def _turned(energies: Numbers, factors: Numbers) -> Numbers:
    return np.asarray(energies * ((factors[1:] + factors[:-1]) / 2) ** 2)


def _lufs(energies: Numbers) -> float:
    """A word by itself is as loud as if it were said again and again."""
    heard = np.resize(energies, max(len(energies), _LONG_ENOUGH))
    whole = len(heard) - len(heard) % _STEPS_PER_HOP
    return integrated(heard[:whole].reshape(-1, _STEPS_PER_HOP).mean(axis=1))
