from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadsheet.voice.align.align import Aligner, align, align_file
from broadsheet.voice.align.recording import Heard, Held
from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.piper import _packaged_voice
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.take import Samples
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.engines.saying import make_utterance

SENTENCES = (
    "The ferry to Ostholm leaves at nine, and nobody in the town knows when it comes back",
    "Mayor Ilse Brandt said that she would've asked the U_N for help with the cranes",
    "Three hundred people waited at the pier— most of them since the morning",
    "It was the first boat in ten days, the harbour master Elin Rosvear wrote later",
    "A re-elected council will have to find the money for a second boat by October",
)


@dataclass(frozen=True)
class Reading:
    sound: Samples
    sample_rate: int
    words: tuple[str, ...]
    starts: tuple[float, ...]


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The sentences read by Joe, half a second apart, with the times that he told himself."""
    engine = load_engine(VoiceSpec(name="Joe"))
    takes = [(one, engine.say(one)) for one in map(make_utterance, SENTENCES)]
    pieces: list[Samples] = []
    starts: list[float] = []
    words: list[str] = []
    seconds = 0.0
    for utterance, take in takes:
        starts += [seconds + start for start, _ in take.times]
        words += [token.text for token in utterance.tokens]
        pieces += [take.sound, np.zeros(take.sample_rate // 2, np.float32)]
        seconds += take.seconds + 0.5
    return Reading(np.concatenate(pieces), takes[0][1].sample_rate, tuple(words), tuple(starts))


@pytest.fixture
def german(tmp_path: Path) -> VoiceSpec:
    """Joe, who is given German phonemes and says them as he can."""
    packaged = _packaged_voice()
    path = tmp_path / "joe.onnx"
    path.symlink_to(packaged)
    config = json.loads(packaged.with_name(f"{packaged.name}.json").read_bytes())
    config["espeak"]["voice"] = "de"
    path.with_name("joe.onnx.json").write_text(json.dumps(config))
    return VoiceSpec(name="Joe", language="de", model=str(path))


def off(reading: Reading, times: tuple[tuple[float, float], ...]) -> list[float]:
    return [abs(mine - start) for mine, (start, _) in zip(reading.starts, times, strict=True)]


def test_words_are_found_where_they_were_said(reading: Reading) -> None:
    times = align(reading.sound, reading.sample_rate, reading.words)
    distances = off(reading, times)
    assert float(np.median(distances)) < 0.02
    assert float(np.percentile(distances, 95)) < 0.06
    assert all(start < end for start, end in times)
    assert all(before[1] <= after[0] for before, after in pairwise(times))


@pytest.mark.parametrize("cut_seconds", [0.0, 0.01, 0.02])
def test_times_lie_within_the_recording(reading: Reading, cut_seconds: float) -> None:
    count = len(SENTENCES[0].split())
    end = reading.starts[count] - 0.54 - cut_seconds
    sound = reading.sound[: round(end * reading.sample_rate)]
    times = align(sound, reading.sample_rate, reading.words[:count])
    assert times[0][0] == 0.0
    assert times[-1][1] <= len(sound) / reading.sample_rate


def test_words_follow_each_other_without_gaps_except_at_pauses(reading: Reading) -> None:
    times = align(reading.sound, reading.sample_rate, reading.words)
    gaps = [after[0] - before[1] for before, after in pairwise(times)]
    assert [gap for gap in gaps if 0 < gap < 0.12] == []
    assert max(gaps) > 0.4


def test_the_same_recording_has_the_same_times(reading: Reading) -> None:
    aligner = Aligner()
    held = Held(reading.sound, reading.sample_rate)
    first = aligner.align(held, reading.words)
    aligner.align(held, reading.words[:40])
    assert aligner.align(held, reading.words) == first


class Windowed(Held):
    """Remembers the longest window that was asked for."""

    longest = 0.0

    def window(self, start: float, end: float) -> Heard:
        self.longest = max(self.longest, end - start)
        return super().window(start, end)


def test_a_long_recording_is_heard_a_window_at_a_time(reading: Reading) -> None:
    times = 5
    long = Reading(
        np.tile(reading.sound, times),
        reading.sample_rate,
        reading.words * times,
        tuple(
            at * len(reading.sound) / reading.sample_rate + start
            for at in range(times)
            for start in reading.starts
        ),
    )
    recording = Windowed(long.sound, long.sample_rate)
    assert recording.seconds > 100
    assert max(off(long, Aligner().align(recording, long.words))) < 0.2
    assert recording.longest < 40


def test_a_wait_of_a_minute_is_waited_for(reading: Reading) -> None:
    wait = np.zeros(reading.sample_rate * 60, np.float32)
    sound = np.concatenate([wait, reading.sound])
    times = align(sound, reading.sample_rate, reading.words)
    late = [(start - 60, end - 60) for start, end in times]
    assert max(off(reading, tuple(late))) < 0.2


def test_a_file_has_the_times_of_its_sound(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "reading.flac"
    stereo = np.stack([reading.sound, reading.sound], axis=1)
    soundfile.write(path, stereo, reading.sample_rate)
    assert max(off(reading, align_file(path, reading.words))) < 0.2


def test_words_of_another_language_are_found_by_the_nearest_sounds_of_english(
    german: VoiceSpec,
) -> None:
    utterance = make_utterance("Die Fähre kam am Montag zurück, und niemand wusste warum")
    take = load_engine(german).say(utterance)
    words = [token.text for token in utterance.tokens]
    times = align(take.sound, take.sample_rate, words, language="de-DE")
    distances = [abs(mine[0] - heard[0]) for mine, heard in zip(take.times, times, strict=True)]
    assert float(np.median(distances)) < 0.04
    assert max(distances) < 0.2


def test_a_language_that_nobody_can_say_is_refused() -> None:
    with pytest.raises(EngineError, match="eSpeak NG has no voice 'qqq'"):
        Aligner("qqq-KR")


def test_a_word_without_a_sound_shares_the_time_of_its_neighbour(reading: Reading) -> None:
    marked = (reading.words[0], "—", *reading.words[1:])
    plain = align(reading.sound, reading.sample_rate, reading.words)
    times = align(reading.sound, reading.sample_rate, marked)
    assert times[2:] == plain[1:]
    assert (times[0][0], times[1][1]) == plain[0]
    assert times[0][1] == times[1][0]


def test_words_that_are_not_in_the_sound_are_told(reading: Reading) -> None:
    with pytest.raises(EngineError, match=r"cannot be followed from “The” on, word 1 of 400"):
        align(reading.sound[: reading.sample_rate * 3], reading.sample_rate, ("The", "cat") * 200)


@pytest.mark.parametrize("samples", [0, 1, 100, 32_000])
def test_words_are_not_found_in_silence(samples: int) -> None:
    with pytest.raises(EngineError, match="cannot be followed from “hello” on, word 1 of 2"):
        align(np.zeros(samples, np.float32), 16_000, ["hello", "there"])


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(EngineError, match="there is no word to be found"):
        align(np.zeros(16_000, np.float32), 16_000, ["—"])
