from __future__ import annotations

import numpy as np
import pytest

from broadsheet.voice.sound.contour import contour
from tests.voice.sound.making import cut, speech

RATE = 24_000
STEP = 96


def test_a_moment_has_the_height_of_its_own_sound() -> None:
    sound = np.zeros(10 * STEP, np.float32)
    sound[4 * STEP + 48] = 0.7
    heights = contour([sound], RATE).heights
    assert heights[4] == pytest.approx(0.7, abs=0.01)
    assert max(np.delete(heights, 4)) < 0.01


@pytest.mark.parametrize("place", [0, STEP - 1, STEP, 9 * STEP, 10 * STEP - 1])
def test_a_sample_at_the_edge_belongs_to_its_own_step(place: int) -> None:
    sound = np.zeros(10 * STEP, np.float32)
    sound[place] = 0.7
    assert int(np.argmax(contour([sound], RATE).heights)) == place // STEP


def test_the_last_step_is_filled_up() -> None:
    drawn = contour([np.ones(3 * STEP + 1, np.float32)], RATE)
    assert drawn.samples == 3 * STEP + 1
    assert len(drawn.heights) == len(drawn.energies) == 4


@pytest.mark.parametrize("length", [1, 3, 95, 7_777])
def test_the_blocks_may_be_of_any_length(length: int) -> None:
    sound = speech(0.1, rate=RATE)
    once, again = contour([sound], RATE), contour(cut(sound, length), RATE)
    assert np.array_equal(once.heights, again.heights)
    assert np.allclose(once.energies, again.energies)
