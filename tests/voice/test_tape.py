from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.finish_take import finish_take
from broadsheet.voice.finished_take import FinishedTake
from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.take import Take
from broadsheet.voice.tape import Tape
from broadsheet.voice.timeline import Timeline
from tests.voice.speaking import SAMPLE_RATE, hum, utterances

TWO = utterances("one boat", "two boats", pause_after_ms=300)


def finished(samples: int = 4_000, *, sample_rate: int = SAMPLE_RATE) -> FinishedTake:
    at = np.arange(samples, dtype=np.float32) / sample_rate
    sound = (0.3 * np.sin(2 * np.pi * 300 * at)).astype(np.float32)
    return finish_take(Take(sound, sample_rate, ((0.01, 0.02), (0.02, 0.05))), lufs=-16)


TONE = finished()


def taped(folder: Path, *takes: FinishedTake, pause_ms: int = 300) -> tuple[Programme, Timeline]:
    with Tape(folder) as tape:
        for take in takes:
            tape.add(replace(TWO[0], pause_after_ms=pause_ms), take)
        return tape.end()


@pytest.mark.parametrize("samples", [1_234, 4_000, 4_001])
@pytest.mark.parametrize("sample_rate", [8_000, 22_050, 44_100])
def test_every_take_is_heard_when_the_timeline_says_and_silence_between(
    tmp_path: Path, samples: int, sample_rate: int
) -> None:
    take = finished(samples, sample_rate=sample_rate)
    programme, timeline = taped(tmp_path, take, TONE if sample_rate < 44_100 else take, take)
    for file in (programme.mp3, programme.opus):
        pieces, rates = zip(*decoded(file), strict=True)
        sound = np.concatenate(pieces)
        assert len(sound) == round(timeline.seconds * rates[0])
        for said in timeline.said:
            inner = slice(
                round((said.start + 0.008) * rates[0]), round((said.end - 0.008) * rates[0])
            )
            around = slice(
                round((said.start - 0.05) * rates[0]), round((said.end + 0.03) * rates[0])
            )
            before = slice(around.start, round((said.start - 0.01) * rates[0]))
            assert np.abs(sound[inner]).max() > 0.1
            assert np.abs(sound[before]).max() < 0.03 * np.abs(sound[inner]).max()
    for said in timeline.said:
        assert said.times == (
            (said.start + 0.01, said.start + 0.02),
            (said.start + 0.02, said.start + 0.05),
        )


@pytest.mark.parametrize("pause_ms", [120, 350, 444, 1000])
def test_a_silence_is_as_long_as_it_is_set_to_be_within_half_a_frame(
    tmp_path: Path, pause_ms: int
) -> None:
    _, timeline = taped(tmp_path, TONE, finished(1_003), TONE, pause_ms=pause_ms)
    for before, after in zip(timeline.said, timeline.said[1:], strict=False):
        assert after.start - before.end == pytest.approx(pause_ms / 1000, abs=0.0121)


def test_silences_do_not_drift(tmp_path: Path) -> None:
    take = finished(1_003)
    _, timeline = taped(tmp_path, *[take] * 20, pause_ms=200)
    expected = 0.2 + 19 * (take.seconds + 0.2)
    assert timeline.said[-1].start == pytest.approx(expected, abs=0.25)


def test_two_takes_are_kept_apart_even_without_a_pause(tmp_path: Path) -> None:
    for samples in range(1_000, 1_200, 37):
        _, timeline = taped(tmp_path, finished(samples), TONE, pause_ms=0)
        first, second = timeline.said
        assert 0.07 < second.start - first.end < 0.125


def test_a_tape_begins_and_ends_in_silence(tmp_path: Path) -> None:
    _, timeline = taped(tmp_path, TONE)
    assert timeline.said[0].start == pytest.approx(0.2, abs=0.0121)
    assert timeline.seconds - timeline.said[-1].end == pytest.approx(0.5, abs=0.0121)


def test_nothing_clicks_where_a_take_begins_or_ends(tmp_path: Path) -> None:
    hummed = hum(TWO[0])
    cut_off = finish_take(replace(hummed, sound=hummed.sound + np.float32(0.5)), lufs=-16)
    programme, timeline = taped(tmp_path, cut_off, cut_off)
    for file in (programme.mp3, programme.opus):
        pieces, rates = zip(*decoded(file), strict=True)
        steps = np.abs(np.diff(np.concatenate(pieces))) * rates[0] / 24_000
        for said in timeline.said:
            for moment in (said.start, said.end):
                around = steps[round((moment - 0.004) * rates[0]) :][: rates[0] // 125]
                assert around.max() < 0.05


def test_another_rate_in_the_middle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"^“one boat\.”: .* 48000 samples a second, after 24000"):
        taped(tmp_path, TONE, finished(sample_rate=48_000))


def test_an_empty_tape_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="nothing to be said"):
        taped(tmp_path)
    assert not list(tmp_path.iterdir())
