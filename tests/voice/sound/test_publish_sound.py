from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import c2pa
import numpy as np
import pytest
from mutagen.id3 import ID3
from mutagen.oggopus import OggOpus

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.loudness import Loudness
from broadsheet.voice.sound.mp3_file import Mp3File
from broadsheet.voice.sound.opus_file import OpusFile
from broadsheet.voice.sound.publish_sound import publish_sound
from broadsheet.voice.sound.release import SoundFiles
from broadsheet.voice.sound.seal import Seal, read_seal
from broadsheet.voice.sound.true_peak import TruePeak
from broadsheet.voice.take import Samples
from tests.voice.sound.making import lateness_seconds, make_tags, speech, write_raw
from tests.voice.sound.signing import make_chain

SECONDS = 15


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return write_raw(tmp_path / "raw.wav", speech(SECONDS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sounds"
    folder.mkdir()
    return folder


@pytest.fixture
def files(raw: Path, folder: Path) -> SoundFiles:
    return publish_sound(raw, folder, make_tags(), stem="pier")


def heard(path: Path) -> tuple[Samples, int]:
    pieces, rates = zip(*decoded(path), strict=True)
    return np.concatenate(pieces), rates[0]


def test_there_are_two_files_and_nothing_else(files: SoundFiles, folder: Path) -> None:
    assert sorted(folder.iterdir()) == [folder / "pier.mp3", folder / "pier.opus"]
    assert files == replace(
        files,
        mp3=folder / "pier.mp3",
        mp3_bytes=(folder / "pier.mp3").stat().st_size,
        opus=folder / "pier.opus",
        opus_bytes=(folder / "pier.opus").stat().st_size,
    )
    assert 0 <= files.milliseconds - SECONDS * 1000 < 100


@pytest.mark.parametrize("ending", ["mp3", "opus"])
def test_a_listener_gets_minus_16_lufs_and_no_peak_over_minus_1(
    files: SoundFiles, folder: Path, ending: str
) -> None:
    sound, rate = heard(folder / f"pier.{ending}")
    loudness, peak = Loudness(rate), TruePeak()
    loudness.hear(sound)
    peak.hear(sound)
    assert loudness.lufs == pytest.approx(-16, abs=0.25)
    assert peak.dbtp < -1
    assert peak.dbtp <= files.peak_dbtp + 0.01


@pytest.mark.parametrize("ending", ["mp3", "opus"])
@pytest.mark.parametrize("at", [0.3, 7.0, 13.5])
def test_a_word_is_heard_where_the_raw_programme_has_it(
    files: SoundFiles, folder: Path, ending: str, at: float
) -> None:
    sound, rate = heard(folder / f"pier.{ending}")
    raw = np.interp(
        np.arange(SECONDS * 24_000) / 24_000, np.arange(SECONDS * 22_050) / 22_050, speech(SECONDS)
    )
    late_seconds = lateness_seconds(raw, sound[:: rate // 24_000], 24_000, at=at)
    assert abs(late_seconds) < 0.001


def test_both_files_are_tagged(files: SoundFiles) -> None:
    assert ID3(files.mp3)["TIT2"].text == OggOpus(files.opus)["TITLE"] == [make_tags().title]
    chapters = ID3(files.mp3).getall("CHAP")
    assert max(chapter.end_time for chapter in chapters) == files.milliseconds


def test_the_same_programme_gives_the_same_bytes(
    raw: Path, files: SoundFiles, folder: Path
) -> None:
    before = files.mp3.read_bytes(), files.opus.read_bytes()
    publish_sound(raw, folder, make_tags(), stem="pier")
    assert (files.mp3.read_bytes(), files.opus.read_bytes()) == before


def test_a_seal_is_put_on_last(raw: Path, tmp_path: Path, folder: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    chain = make_chain(tmp_path, now=now)
    seal = read_seal(chain.certificates, chain.key, now=now)
    files = publish_sound(raw, folder, make_tags(), stem="pier", seal=seal)
    with c2pa.Reader(files.mp3) as reader:
        assert reader.get_validation_state() == "Valid"
    assert files.mp3_bytes == files.mp3.stat().st_size


def test_a_broken_seal_leaves_the_old_sound_in_place(
    raw: Path, files: SoundFiles, folder: Path
) -> None:
    before = files.mp3.read_bytes(), files.opus.read_bytes()
    other = make_tags(title="Another title")
    with pytest.raises(SoundError, match="cannot be signed"):
        publish_sound(raw, folder, other, stem="pier", seal=Seal("es256", b"nonsense", b"nonsense"))
    assert (files.mp3.read_bytes(), files.opus.read_bytes()) == before
    assert len(list(folder.iterdir())) == 2


def test_silence_leaves_nothing_behind(tmp_path: Path, folder: Path) -> None:
    raw = write_raw(tmp_path / "raw.wav", np.zeros(22_050 * 3, np.float32))
    with pytest.raises(SoundError, match="nothing is to be heard"):
        publish_sound(raw, folder, make_tags(), stem="pier")
    assert not list(folder.iterdir())


def test_clicks_that_cannot_be_made_as_loud_as_a_voice_are_refused(
    tmp_path: Path, folder: Path
) -> None:
    clicks = np.zeros(22_050 * 10, np.float32)
    clicks[::22_050] = 1.0
    raw = write_raw(tmp_path / "raw.wav", clicks)
    with pytest.raises(SoundError, match=r"comes to -\d\d\.\d LUFS and not to -16.0"):
        publish_sound(raw, folder, make_tags(), stem="pier")
    assert not list(folder.iterdir())


@pytest.mark.parametrize("file", [Mp3File, OpusFile])
def test_a_file_that_does_not_hold_what_was_encoded_gets_no_name(
    raw: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, file: type
) -> None:
    whole = file.finish

    def cut_short(self: Any, *words: float) -> None:
        whole(self, *words)
        self._file.seek(-300, 2)
        self._file.truncate()

    monkeypatch.setattr(file, "finish", cut_short)
    with pytest.raises(SoundError, match="does not hold what was put into it"):
        publish_sound(raw, folder, make_tags(artwork=b"", chapters=()), stem="pier")
    assert not list(folder.iterdir())
