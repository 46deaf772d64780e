from __future__ import annotations

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutagen.mp3 import MP3
from mutagen.oggopus import OggOpus

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.sound.reel import Reel
from broadsheet.voice.sound.splicer import Splicer
from broadsheet.voice.take import Samples
from tests.voice.sound.making import lateness_seconds, speech, tone

LEAD = np.zeros(2 * 576, np.float32)
TAIL = np.zeros(576, np.float32)


def reel_of(sound: Samples, rate: int = 24_000) -> Reel:
    times = rate // 24_000
    return finish([np.concatenate((*[LEAD] * times, sound, *[TAIL] * times))], rate, lufs=-16)


VOICES = [reel_of(speech(2, seed=seed, rate=24_000)) for seed in (1, 2, 3)]
# From full height to nothing within a sample: the hardest there is to join.
TONE = reel_of(tone(440, 0.5, rate=24_000) + np.float32(0.2))


def spliced(folder: Path, *placed: tuple[Reel, int], end: int) -> Programme:
    with Splicer(folder, placed[0][0].rate) as splicer:
        for reel, frame in placed:
            splicer.add(reel, frame=frame)
        return splicer.finish(end)


def heard(path: Path) -> Samples:
    return np.concatenate([samples for samples, _ in decoded(path)])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from([*VOICES, TONE]), st.integers(0, 30)), min_size=1, max_size=5
    )
)
def test_a_reel_sounds_among_others_as_it_does_alone(
    tmp_path: Path, wanted: list[tuple[Reel, int]]
) -> None:
    at, placed = 0, []
    for reel, gap in wanted:
        placed.append((reel, at + gap))
        at += gap + reel.frames
    programme = spliced(tmp_path, *placed, end=at + 5)
    mp3, opus = heard(programme.mp3), heard(programme.opus)
    (tmp_path / "alone").mkdir(exist_ok=True)
    for reel, frame in placed:
        alone = spliced(tmp_path / "alone", (reel, 0), end=reel.frames)
        own = heard(alone.mp3)
        assert np.abs(mp3[frame * 576 :][: len(own)] - own).max() < 1e-6
        own = heard(alone.opus)
        tick = round(frame * 9.6) * 120
        assert np.abs(opus[tick:][: len(own)] - own).max() < 1e-4


def test_between_reels_is_silence_and_nothing_clicks(tmp_path: Path) -> None:
    programme = spliced(tmp_path, (TONE, 7), (VOICES[0], 7 + TONE.frames), (TONE, 200), end=230)
    for path, rate in ((programme.mp3, 24_000), (programme.opus, 48_000)):
        sound = heard(path)
        is_between = np.ones(len(sound), bool)
        for reel, frame in ((TONE, 7), (VOICES[0], 7 + TONE.frames), (TONE, 200)):
            start = round(frame * 0.024 * rate)
            is_between[start : start + round((reel.frames + 1) * 0.024 * rate)] = False
        assert is_between.sum() > rate
        assert np.abs(sound[is_between]).max() < 1e-4
        # Within the tenth of a second around a join no two samples are further apart.
        join = round((7 + TONE.frames) * 0.024 * rate)
        assert np.abs(np.diff(sound[join - rate // 50 : join + rate // 50])).max() < 1e-3


@pytest.mark.parametrize("frame", [0, 1, 2, 3, 4, 41])
@pytest.mark.parametrize("rate", [24_000, 48_000])
def test_a_sound_is_where_it_was_put(tmp_path: Path, frame: int, rate: int) -> None:
    sound = speech(2, rate=rate)
    programme = spliced(tmp_path, (reel_of(sound, rate), frame), end=frame + 100)
    at = 0.5
    put = np.concatenate((np.zeros((frame + 2) * rate * 24 // 1000, np.float32), sound))
    for path, own_rate, allowed in (
        (programme.mp3, rate, 0.0005),
        (programme.opus, 48_000, 0.0015),
    ):
        late = lateness_seconds(put, heard(path)[:: own_rate // rate], rate, at=frame * 0.024 + at)
        assert abs(late) < allowed


def test_both_files_last_as_long_as_was_asked_for(tmp_path: Path) -> None:
    programme = spliced(tmp_path, (VOICES[0], 3), end=123)
    assert programme.milliseconds == 123 * 24
    assert len(heard(programme.mp3)) == 123 * 576
    assert len(heard(programme.opus)) == 123 * 1152
    assert MP3(programme.mp3).info.length == pytest.approx(123 * 0.024, abs=0.001)
    assert OggOpus(programme.opus).info.length == pytest.approx(123 * 0.024, abs=0.001)


def test_the_mp3_says_how_long_it_is_and_asks_for_no_skipping(tmp_path: Path) -> None:
    data = spliced(tmp_path, (VOICES[0], 3), end=123).mp3.read_bytes()
    assert data[13:17] == b"Info"
    frames, size = (int.from_bytes(data[at : at + 4], "big") for at in (21, 25))
    # Chromium reckons the place of a second from this ratio.
    assert size == frames * 192 == len(data) - 192
    assert b"LAME" not in data[:192]
    assert list(data[29:129]) == sorted(data[29:129])


def test_the_same_reels_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        programme = spliced(tmp_path, (VOICES[0], 3), (VOICES[1], 200), end=323)
        made.append((programme.mp3.read_bytes(), programme.opus.read_bytes()))
    assert made[0] == made[1]


def test_a_programme_tells_its_loudness_and_peak(tmp_path: Path) -> None:
    programme = spliced(tmp_path, (VOICES[0], 3), (VOICES[1], 200), (VOICES[2], 300), end=423)
    theirs = pyloudnorm.Meter(24_000).integrated_loudness(heard(programme.mp3))
    assert programme.lufs == pytest.approx(theirs, abs=0.1)
    assert programme.peak_dbtp == max(reel.peak_dbtp for reel in VOICES)
