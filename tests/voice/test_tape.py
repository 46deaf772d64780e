from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.voice.engine import EngineError
from broadsheet.voice.sixteen_bits import from_sixteen_bits, to_sixteen_bits
from broadsheet.voice.take import Take
from broadsheet.voice.tape import Tape
from broadsheet.voice.timeline import Timeline
from tests.voice.speaking import SAMPLE_RATE, hum, utterances

TWO = utterances("one boat", "two boats", pause_after_ms=300)


def written(path: Path, *takes: Take) -> Timeline:
    with Tape(path) as tape:
        for utterance, take in zip(TWO, takes, strict=False):
            tape.add(utterance, take)
        return tape.end()


def level(samples: int, *, at: float = 0.5, sample_rate: int = SAMPLE_RATE) -> Take:
    return Take(np.full(samples, at, np.float32), sample_rate, ((0.01, 0.02), (0.02, 0.05)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lengths=st.lists(st.integers(500, 3000), min_size=1, max_size=6),
    pauses=st.lists(st.integers(0, 1200), min_size=6, max_size=6),
    sample_rate=st.sampled_from([8000, 22050, 44100]),
)
def test_every_take_is_heard_when_the_timeline_says_and_silence_between(
    tmp_path: Path, lengths: list[int], pauses: list[int], sample_rate: int
) -> None:
    path = tmp_path / "raw.wav"
    with Tape(path) as tape:
        for length, pause in zip(lengths, pauses, strict=False):
            utterance = replace(TWO[0], pause_after_ms=pause)
            tape.add(utterance, level(length, sample_rate=sample_rate))
        timeline = tape.end()
    sound, rate = soundfile.read(path)
    assert rate == sample_rate
    assert len(sound) == round(timeline.seconds * rate)
    is_heard = np.zeros(len(sound), bool)
    for said, length in zip(timeline.said, lengths, strict=True):
        start, end = round(said.start * rate), round(said.end * rate)
        assert end - start == length
        is_heard[start:end] = True
        assert np.allclose(sound[start + rate // 100 : end - rate // 100], 0.5, atol=1e-4)
        assert said.times == (
            (said.start + 0.01, said.start + 0.02),
            (said.start + 0.02, said.start + 0.05),
        )
    assert not sound[~is_heard].any()
    for pause, before, after in zip(pauses, timeline.said, timeline.said[1:], strict=False):
        assert after.start - before.end == pytest.approx(pause / 1000, abs=1 / rate)


def test_a_tape_begins_and_ends_in_silence(tmp_path: Path) -> None:
    timeline = written(tmp_path / "raw.wav", level(4000))
    assert timeline.said[0].start == pytest.approx(0.2)
    assert timeline.seconds - timeline.said[-1].end == pytest.approx(0.5)


def test_nothing_clicks_where_a_take_begins_or_ends(tmp_path: Path) -> None:
    written(tmp_path / "raw.wav", level(4000), level(4000, at=-0.5))
    sound, _ = soundfile.read(tmp_path / "raw.wav")
    assert np.abs(np.diff(sound)).max() < 0.02


def test_a_take_shorter_than_its_fades_is_heard_all_the_same(tmp_path: Path) -> None:
    with Tape(tmp_path / "raw.wav") as tape:
        tape.add(TWO[0], level(3))
        timeline = tape.end()
    assert timeline.said[0].end - timeline.said[0].start == pytest.approx(3 / SAMPLE_RATE)


def test_a_take_sounds_the_same_whether_it_was_kept_or_not(tmp_path: Path) -> None:
    take = hum(TWO[0])
    kept = replace(take, sound=from_sixteen_bits(to_sixteen_bits(take.sound)))
    assert written(tmp_path / "said.wav", take) == written(tmp_path / "kept.wav", kept)
    assert (tmp_path / "said.wav").read_bytes() == (tmp_path / "kept.wav").read_bytes()


def test_takes_of_two_sample_rates_make_no_tape(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"^“two boats\.”: the voice gave 16000 .* after 8000"):
        written(tmp_path / "raw.wav", level(4000), level(4000, sample_rate=16_000))


def test_a_tape_without_a_word_is_none(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="nothing to be said"):
        written(tmp_path / "raw.wav")
    assert not (tmp_path / "raw.wav").exists()
