from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from broadsheet.voice.sound.contour import contour
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.loudness import Loudness
from broadsheet.voice.sound.ride import Ride, ride
from broadsheet.voice.sound.true_peak import TruePeak
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, speech

RATE = 24_000
STEP = 96


def ridden(sound: Samples, *, ceiling_dbtp: float = -2.0) -> tuple[Ride, Samples]:
    course = ride(contour([sound], RATE), lufs=-16, ceiling_dbtp=ceiling_dbtp)
    return course, np.concatenate(list(course.over(cut(sound, RATE))))


def lufs_and_dbtp(sound: Samples) -> tuple[float, float]:
    loudness, peak = Loudness(RATE), TruePeak()
    loudness.hear(sound)
    peak.hear(np.append(sound, np.zeros(10, np.float32)))
    return loudness.lufs, peak.dbtp


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("gain", [0.01, 0.2, 1.0])
@pytest.mark.parametrize("ceiling_dbtp", [-1.5, -3.0])
def test_the_programme_is_as_loud_as_it_should_be_under_its_ceiling(
    seed: int, gain: float, ceiling_dbtp: float
) -> None:
    sound = speech(12, seed=seed, rate=RATE) * np.float32(gain)
    course, out = ridden(sound, ceiling_dbtp=ceiling_dbtp)
    lufs, dbtp = lufs_and_dbtp(out)
    assert lufs == pytest.approx(-16, abs=0.1)
    assert course.lufs == pytest.approx(lufs, abs=0.1)
    assert dbtp < ceiling_dbtp + 0.05


def test_the_limiter_has_work_to_do_on_speech() -> None:
    sound = speech(12, rate=RATE)
    lufs, dbtp = lufs_and_dbtp(sound)
    assert dbtp - 16 - lufs > 0


def test_the_course_is_smooth_and_rises_slowly() -> None:
    course, _ = ridden(speech(12, rate=RATE))
    steps_db = np.diff(20 * np.log10(course.factors))
    assert steps_db.min() < -0.5
    assert steps_db.max() < 0.41


def test_a_quiet_part_is_turned_by_one_factor() -> None:
    quiet = speech(4, rate=RATE) * np.float32(0.1)
    loud = speech(4, seed=2, rate=RATE)
    course, _ = ridden(np.concatenate((loud, quiet)))
    assert len(set(course.factors[1_250:])) == 1


@pytest.mark.parametrize("length", [1, 95, 96, 97, 9_999])
def test_no_border_of_blocks_is_heard(length: int) -> None:
    sound = speech(1, rate=RATE)
    course, out = ridden(sound)
    again = np.concatenate(list(course.over(cut(sound, length))))
    assert len(again) == len(sound)
    assert np.allclose(out, again, atol=1e-6)


def test_a_long_programme_takes_no_more_memory_than_a_short_one() -> None:
    assert _most_bytes(minutes=30) < _most_bytes(minutes=1) + 200_000


def _most_bytes(*, minutes: int) -> int:
    steps = minutes * 60 * 250
    course = Ride(STEP, np.ones(steps + 1), np.zeros(steps))
    silence = np.zeros(RATE, np.float32)
    tracemalloc.start()
    for _ in course.over(silence for _ in range(minutes * 60)):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_silence_is_refused() -> None:
    with pytest.raises(SoundError, match=r"nothing is to be heard in 2.0 seconds"):
        ridden(np.zeros(2 * RATE, np.float32))


def test_single_clicks_come_as_near_as_their_peaks_allow() -> None:
    sound = np.zeros(10 * RATE, np.float32)
    sound[::RATE] = 1.0
    course, out = ridden(sound)
    assert course.lufs < -20
    assert lufs_and_dbtp(out)[1] < -1.95


def test_a_word_is_as_loud_as_if_it_were_said_again_and_again() -> None:
    word = speech(0.3, rate=RATE)
    _, out = ridden(word)
    assert lufs_and_dbtp(np.tile(out, 12))[0] == pytest.approx(-16, abs=0.3)
