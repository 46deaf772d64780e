from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.raw import Raw
from broadsheet.voice.take import Samples
from tests.voice.sound.making import speech, tone, write_raw


def whole(path: Path, *, block_seconds: float = 1.0) -> Samples:
    return np.concatenate(list(Raw(path, block_seconds=block_seconds)))


@pytest.mark.parametrize(
    ("raw", "finished"),
    [(16_000, 24_000), (22_050, 24_000), (24_000, 24_000), (44_100, 48_000), (48_000, 48_000)],
)
def test_a_programme_is_finished_at_a_rate_that_both_encoders_have(
    tmp_path: Path, raw: int, finished: int
) -> None:
    path = write_raw(tmp_path / "raw.wav", tone(300, 1, rate=raw), rate=raw)
    assert Raw(path).rate == finished
    assert len(whole(path)) == finished


@pytest.mark.parametrize("raw", [16_000, 22_050])
def test_another_rate_moves_no_sound_and_bends_none(tmp_path: Path, raw: int) -> None:
    path = write_raw(tmp_path / "raw.wav", tone(1_000, 2, rate=raw), rate=raw)
    inner = slice(2_000, -2_000)
    difference = whole(path) - tone(1_000, 2, rate=24_000)
    assert np.abs(difference[inner]).max() < 1e-3


def test_the_same_samples_come_whatever_the_length_of_the_blocks(tmp_path: Path) -> None:
    for rate in (22_050, 24_000):
        path = write_raw(tmp_path / "raw.wav", speech(3, rate=rate), rate=rate)
        once = whole(path, block_seconds=60)
        assert np.array_equal(once, whole(path, block_seconds=0.0107))


def test_the_samples_can_be_gone_through_again(tmp_path: Path) -> None:
    raw = Raw(write_raw(tmp_path / "raw.wav", tone(300, 1)))
    assert np.array_equal(np.concatenate(list(raw)), np.concatenate(list(raw)))


def test_sixteen_bits_are_read_as_floats(tmp_path: Path) -> None:
    sound = tone(300, 1, rate=24_000)
    path = write_raw(tmp_path / "raw.wav", sound, rate=24_000, subtype="PCM_16")
    assert np.abs(whole(path) - sound).max() < 1 / 30_000


def test_two_channels_are_refused(tmp_path: Path) -> None:
    path = write_raw(tmp_path / "raw.wav", np.zeros((100, 2), np.float32))
    with pytest.raises(
        SoundError, match=r"raw.wav holds 100 samples in 2 channels; .*voice it again"
    ):
        whole(path)


def test_an_empty_programme_is_refused(tmp_path: Path) -> None:
    path = write_raw(tmp_path / "raw.wav", np.zeros(0, np.float32))
    with pytest.raises(SoundError, match=r"raw.wav holds 0 samples in 1 channel"):
        whole(path)


@pytest.mark.parametrize("content", [b"", b"This is no sound."])
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "raw.wav"
    path.write_bytes(content)
    with pytest.raises(SoundError, match=r"raw.wav cannot be read as sound"):
        _ = Raw(path).rate


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"none.wav cannot be read as sound"):
        _ = Raw(tmp_path / "none.wav").rate
