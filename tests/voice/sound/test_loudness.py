from __future__ import annotations

import math

import numpy as np
import pyloudnorm
import pytest

from broadsheet.voice.sound.loudness import Loudness, _k_weighting
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, speech, tone


def lufs(sound: Samples, rate: int, *, block: int = 7_919) -> float:
    loudness = Loudness(rate)
    for one in cut(sound, block):
        loudness.hear(one)
    return loudness.lufs


def test_the_filters_are_those_of_the_recommendation() -> None:
    shelf, high_pass = _k_weighting(48_000)
    assert shelf == pytest.approx(
        [
            1.53512485958697,
            -2.69169618940638,
            1.19839281085285,
            1,
            -1.69065929318241,
            0.73248077421585,
        ]
    )
    assert high_pass == pytest.approx([1, -2, 1, 1, -1.99004745483398, 0.99007225036621])


@pytest.mark.parametrize("rate", [22_050, 24_000, 48_000])
def test_a_full_tone_in_one_channel_is_3_lu_under_full_scale(rate: int) -> None:
    # BS.1770-4: a sine of 997 Hz at full scale in one channel reads -3.01 LKFS.
    assert lufs(tone(997, 5, rate=rate, height=1.0), rate) == pytest.approx(-3.01, abs=0.05)


@pytest.mark.parametrize("rate", [22_050, 24_000, 48_000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_agrees_with_another_meter_on_speech(rate: int, seed: int) -> None:
    sound = speech(12, seed=seed, rate=rate)
    theirs = pyloudnorm.Meter(rate).integrated_loudness(sound)
    assert lufs(sound, rate) == pytest.approx(theirs, abs=0.1)


def test_silence_between_sentences_does_not_make_speech_quieter() -> None:
    sound = speech(10)
    with_silence = np.concatenate((sound, np.zeros(60 * 22_050, np.float32)))
    assert lufs(with_silence, 22_050) == pytest.approx(lufs(sound, 22_050), abs=0.15)


def test_the_blocks_may_be_of_any_length() -> None:
    sound = speech(5)
    assert lufs(sound, 22_050, block=101) == pytest.approx(lufs(sound, 22_050, block=10**6))


@pytest.mark.parametrize("sound", [np.zeros(40_000, np.float32), tone(997, 0.3)])
def test_silence_and_a_moment_have_no_loudness(sound: Samples) -> None:
    assert lufs(sound, 22_050) == -math.inf
