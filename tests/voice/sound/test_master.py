from __future__ import annotations

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from broadsheet.voice.sound.master import master
from tests.voice.sound.making import lateness_seconds, speech, write_raw


def test_another_meter_finds_minus_16_lufs(tmp_path: Path) -> None:
    played = master(write_raw(tmp_path / "raw.wav", speech(20)))
    out = np.concatenate(list(played.play(ceiling_dbtp=-2)))
    assert pyloudnorm.Meter(played.rate).integrated_loudness(out) == pytest.approx(-16, abs=0.2)


def test_it_lasts_as_long_as_the_raw_programme(tmp_path: Path) -> None:
    played = master(write_raw(tmp_path / "raw.wav", speech(3.21)))
    out = np.concatenate(list(played.play(ceiling_dbtp=-2)))
    assert played.rate == 24_000
    assert len(out) / 24_000 == played.seconds == pytest.approx(3.21, abs=0.0001)


def test_every_sound_keeps_its_place(tmp_path: Path) -> None:
    sound = speech(12, rate=24_000)
    played = master(write_raw(tmp_path / "raw.wav", sound, rate=24_000))
    out = np.concatenate(list(played.play(ceiling_dbtp=-2)))
    for at in (0.3, 5, 10.5):
        assert lateness_seconds(sound, out, 24_000, at=at) == 0


def test_it_can_be_played_again_under_another_ceiling(tmp_path: Path) -> None:
    played = master(write_raw(tmp_path / "raw.wav", speech(6)))
    first, lower, again = (
        np.concatenate(list(played.play(ceiling_dbtp=ceiling))) for ceiling in (-2, -4, -2)
    )
    assert np.array_equal(first, again)
    assert np.abs(lower).max() < np.abs(first).max()
