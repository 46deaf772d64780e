from __future__ import annotations

import numpy as np

from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits


def test_every_number_of_sixteen_bits_comes_back_as_it_was() -> None:
    every = np.arange(-32767, 32768, dtype=np.int16)
    assert np.array_equal(to_sixteen_bits(from_sixteen_bits(every)), every)


def test_sound_is_kept_to_half_a_step() -> None:
    sound = np.linspace(-1, 1, 10_001, dtype=np.float32)
    kept = from_sixteen_bits(to_sixteen_bits(sound))
    assert kept.dtype == np.float32
    assert np.abs(kept - sound).max() <= 0.51 / 32767


def test_what_is_too_loud_is_cut_and_does_not_turn_over() -> None:
    assert to_sixteen_bits(np.array([1.5, -1.5], np.float32)).tolist() == [32767, -32767]
