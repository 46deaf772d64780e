from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from broadsheet.voice.align.align import Aligner
from broadsheet.voice.align.distances import distances
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.align.test_align import SENTENCES
from tests.voice.engines.saying import make_utterance


def test_a_voice_that_is_late_is_as_much_later_than_it_was() -> None:
    utterance = make_utterance(SENTENCES[0])
    take = load_engine(VoiceSpec(name="Joe")).say(utterance)
    late = replace(take, times=tuple((start + 0.25, end + 0.25) for start, end in take.times))
    aligner = Aligner()
    before = distances(utterance, take, aligner)
    after = distances(utterance, late, aligner)
    assert np.subtract(after, before) == pytest.approx(0.25)


def test_joes_words_are_where_he_says_within_20_ms_at_the_median_and_60_at_the_95th() -> None:
    joe, aligner = load_engine(VoiceSpec(name="Joe")), Aligner()
    apart: list[float] = []
    for utterance in map(make_utterance, SENTENCES):
        apart.extend(map(abs, distances(utterance, joe.say(utterance), aligner)))
    assert len(apart) == sum(len(one.split()) for one in SENTENCES)
    assert float(np.median(apart)) <= 0.02
    assert float(np.percentile(apart, 95)) <= 0.06
