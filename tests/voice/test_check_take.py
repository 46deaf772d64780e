from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from broadsheet.voice.check_take import check_take
from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Take
from tests.voice.engines.saying import make_utterance

UTTERANCE = make_utterance("The old ferry left the island")
RATE = 1000
TIMES = tuple((at * 0.3, at * 0.3 + 0.25) for at in range(6))
TONE = np.sin(np.arange(1900, dtype=np.float32)) * np.float32(0.4)
TAKE = Take(TONE, RATE, TIMES)


def with_time(at: int, start: float, end: float) -> Take:
    return replace(TAKE, times=(*TIMES[:at], (start, end), *TIMES[at + 1 :]))


def test_a_take_that_can_be_right_is_passed_over() -> None:
    check_take(UTTERANCE, TAKE)


def test_times_may_touch() -> None:
    check_take(UTTERANCE, with_time(1, 0.25, 0.6))


@pytest.mark.parametrize(
    ("take", "fault"),
    [
        (replace(TAKE, sound=TONE[:0]), r"no sound: \(0,\) samples at 1000 Hz"),
        (replace(TAKE, sound=np.stack([TONE, TONE])), r"no sound: \(2, 1900\) samples"),
        (replace(TAKE, sample_rate=0), "no sound: .* at 0 Hz"),
        (replace(TAKE, sound=TONE * np.float32("nan")), "samples that are no numbers"),
        (replace(TAKE, sound=TONE * np.float32(0.002)), "silence: its loudest sample is 0.0008"),
        (
            replace(TAKE, sound=TONE * np.float32(32767)),
            r"as far as 131\d\d\.\d\d, where 1 is full",
        ),
        (replace(TAKE, sound=TONE[:500]), r"0\.50 s of sound, where 0\.53 to 36\.00 s can be"),
        (replace(TAKE, sound=np.tile(TONE, 30)), r"57\.00 s of sound, where"),
        (replace(TAKE, times=TIMES[:5]), "5 times for 6 words"),
        (with_time(2, 0.6, float("nan")), "times that are no numbers"),
        (with_time(2, 0.6, 0.6), "times that do not rise"),
        (with_time(2, 0.5, 0.7), "times that do not rise"),
        (with_time(0, -0.1, 0.2), r"times from -0\.100 to 1\.750 s in 1\.900 s of sound"),
        (with_time(5, 1.6, 2.0), r"times from 0\.000 to 2\.000 s in 1\.900 s of sound"),
    ],
)
def test_what_cannot_be_right_is_told_with_the_sentence(take: Take, fault: str) -> None:
    with pytest.raises(EngineError, match=fault) as refused:
        check_take(UTTERANCE, take)
    told = str(refused.value)
    assert told.startswith("the sentence “The old ferry left the island.” came back")


def test_a_long_sentence_is_told_by_its_beginning() -> None:
    long = make_utterance("nobody " * 40)
    with pytest.raises(EngineError) as refused:
        check_take(long, TAKE)
    assert "nobody nobody no…”" in str(refused.value)
