from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from broadsheet.voice.finish_take import finish_take
from broadsheet.voice.finished_take import FinishedTake
from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.take import Take
from tests.voice.speaking import hum, utterances

BOAT = hum(utterances("one boat came in")[0])


def told(take: FinishedTake) -> tuple[object, ...]:
    reel = take.reel
    sound = reel.rate, reel.mp3, reel.opus, reel.energies.tolist(), reel.peak_dbtp
    return *sound, take.seconds, take.times


def test_it_comes_back_as_it_was_packed() -> None:
    finished = finish_take(BOAT, lufs=-16)
    assert told(FinishedTake.unpacked(finished.packed())) == told(finished)


def test_it_sounds_the_same_whether_the_take_was_kept_or_not() -> None:
    kept = replace(BOAT, sound=from_sixteen_bits(to_sixteen_bits(BOAT.sound)))
    assert told(finish_take(kept, lufs=-16)) == told(finish_take(BOAT, lufs=-16))


def test_it_begins_and_ends_with_silence_that_it_can_be_joined_by() -> None:
    reel = finish_take(BOAT, lufs=-16).reel
    assert reel.opus[0] == b"\xd8\xff\xfe"
    assert reel.frames * 0.024 - BOAT.seconds > 3 * 0.024
    assert reel.energies[:2].max() < 1e-9 < reel.energies[3]


def test_a_take_shorter_than_a_frame_is_heard_all_the_same() -> None:
    click = Take(np.tile(np.float32([0.5, -0.5]), 60), 8_000, ())
    assert finish_take(click, lufs=-16).reel.peak_dbtp > -20


def test_another_loudness_gives_another_sound() -> None:
    quiet, loud = finish_take(BOAT, lufs=-20), finish_take(BOAT, lufs=-16)
    ratio = loud.reel.energies.sum() / quiet.reel.energies.sum()
    assert 10 * np.log10(ratio) == pytest.approx(4, abs=0.1)


def test_silence_is_refused() -> None:
    with pytest.raises(SoundError, match="nothing is to be heard"):
        finish_take(Take(np.zeros(8_000, np.float32), 8_000, ()), lufs=-16)
