from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.encode import encode
from broadsheet.voice.take import Samples
from tests.voice.sound.making import cut, lateness_seconds, speech, tone


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return encoded(tmp_path_factory.mktemp("encoded"), speech(20, rate=24_000) * np.float32(0.8))


def encoded(folder: Path, sound: Samples, *, rate: int = 24_000) -> tuple[Path, Path]:
    mp3, opus = folder / "a.mp3", folder / "a.opus"
    encode(cut(sound, rate), rate, mp3=mp3, opus=opus)
    return mp3, opus


def heard(path: Path, rate: int) -> Samples:
    pieces, rates = zip(*decoded(path), strict=True)
    return np.concatenate(pieces)[:: rates[0] // rate]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("at", [0.3, 9.0, 18.5])
def test_a_sound_is_where_it_was(files: tuple[Path, Path], number: int, at: float) -> None:
    sound = speech(20, rate=24_000)
    assert abs(lateness_seconds(sound, heard(files[number], 24_000), 24_000, at=at)) < 0.001


def test_a_file_lasts_as_long_as_the_sound(files: tuple[Path, Path]) -> None:
    mp3, opus = (len(heard(path, 24_000)) - 20 * 24_000 for path in files)
    assert 0 <= mp3 < 2400
    assert opus == 0


@pytest.mark.parametrize("rate", [24_000, 48_000])
@pytest.mark.parametrize("number", [0, 1])
def test_a_sound_is_as_loud_as_it_was(tmp_path: Path, rate: int, number: int) -> None:
    out = heard(encoded(tmp_path, tone(1_000, 3, rate=rate), rate=rate)[number], rate)
    assert np.std(out[rate : 2 * rate]) == pytest.approx(0.5 / np.sqrt(2), rel=0.01)


def test_every_frame_of_the_mp3_has_the_same_rate_and_length(files: tuple[Path, Path]) -> None:
    data = files[0].read_bytes()
    start = data.index(b"\xff\xf3")  # MPEG-2 layer III
    heads = {data[at + 2] for at in range(start, len(data), 192)}
    # 64 kbit/s at 24 kHz, without padding: 192 bytes for 24 ms.
    assert heads == {0x84}
    assert all(data[at : at + 2] == b"\xff\xf3" for at in range(start, len(data), 192))


@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_a_sound_of_either_rate_is_where_it_was(tmp_path: Path, rate: int) -> None:
    sound = speech(4, rate=rate)
    for path in encoded(tmp_path, sound, rate=rate):
        assert abs(lateness_seconds(sound, heard(path, rate), rate, at=1.5)) < 0.001


def test_the_mp3_says_how_long_it_is_and_asks_for_no_skipping(files: tuple[Path, Path]) -> None:
    data = files[0].read_bytes()
    assert data[13:17] == b"Info"
    frames, size = (int.from_bytes(data[at : at + 4], "big") for at in (21, 25))
    # Chromium reckons the place of a second from this ratio.
    assert size == frames * 192 == len(data) - 192
    assert b"LAME" not in data[:192]
    assert list(data[29:129]) == sorted(data[29:129])


def test_frames_of_the_mp3_borrow_nothing_from_each_other(files: tuple[Path, Path]) -> None:
    data = files[0].read_bytes()
    # The first byte behind a frame's head says how far back in other frames its sound begins.
    assert {data[at + 4] for at in range(192, len(data), 192)} == {0}


def test_the_same_sound_gives_the_same_bytes(tmp_path: Path, files: tuple[Path, Path]) -> None:
    again = encoded(tmp_path, speech(20, rate=24_000) * np.float32(0.8))
    assert [one.read_bytes() for one in again] == [one.read_bytes() for one in files]
