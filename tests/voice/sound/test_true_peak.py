from __future__ import annotations

import math

import numpy as np
import pytest

from broadsheet.voice.sound.true_peak import LATE, TruePeak, Wave
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, speech


def dbtp(sound: Samples, *, block: int = 1_000) -> float:
    peak = TruePeak()
    for one in cut(np.append(sound, np.zeros(LATE, np.float32)), block):
        peak.hear(one)
    return peak.dbtp


def slanted(cycles_per_sample: float, phase: float, length: int = 4_000) -> Samples:
    at = np.arange(length)
    shape = np.hanning(length) ** 0.1
    return (shape * np.sin(2 * np.pi * cycles_per_sample * at + phase)).astype(np.float32)


def test_it_finds_the_height_between_samples() -> None:
    # Every sample of it is 3 dB under the wave's own height.
    sound = slanted(0.25, np.pi / 4)
    assert 20 * math.log10(np.abs(sound).max()) == pytest.approx(-3.01, abs=0.01)
    assert dbtp(sound) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("cycles", [0.01, 0.05, 0.1, 0.21, 0.3, 0.35])
@pytest.mark.parametrize("phase", [0.0, 0.4, 1.1])
def test_it_is_right_to_a_tenth_of_a_decibel(cycles: float, phase: float) -> None:
    assert dbtp(slanted(cycles, phase)) == pytest.approx(0, abs=0.11)


def test_the_blocks_may_be_of_any_length() -> None:
    sound = speech(2)
    assert dbtp(sound, block=1) == dbtp(sound, block=37) == dbtp(sound, block=10**6)


def test_a_peak_after_a_long_quiet_is_not_passed_over() -> None:
    loud, quiet = slanted(0.25, np.pi / 4), np.full(5_000, 0.001, np.float32)
    sound = np.concatenate((loud * 0.5, quiet, loud, quiet))
    for block in (1, 11, 960):
        assert dbtp(sound, block=block) == pytest.approx(0, abs=0.1)


def test_heights_come_as_late_as_is_said() -> None:
    sound = np.zeros(50, np.float32)
    sound[20] = 1.0
    assert int(np.argmax(Wave().heights(sound))) == 20 + LATE


def test_silence_has_no_peak() -> None:
    assert dbtp(np.zeros(100, np.float32)) == -math.inf
