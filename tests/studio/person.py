"""A person who reads: another pace, another throat, a room that is never quite still."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import soundfile
from scipy import signal

from broadsheet.galley.compose import compose
from broadsheet.story import Story
from broadsheet.voice.engine import Engine
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.script.write import write
from broadsheet.voice.take import Samples
from broadsheet.voice.utterance import Utterance
from broadsheet.voice.voice_spec import VoiceSpec

_LOWER_PER_CENT = 93
_ROOM = 0.003
_REST_SECONDS = 0.4


def utterances_of(story: Story) -> tuple[Utterance, ...]:
    return write(compose(story)).utterances


def read(utterances: tuple[Utterance, ...], file: Path, *, louder: float = 0.4) -> list[float]:
    """Read them into a sound file of any kind; gives when each begins, in seconds."""
    takes = [_speaker().say(one) for one in utterances]
    rate = takes[0].sample_rate
    rest = np.zeros(round(_REST_SECONDS * rate), np.float32)
    pieces: list[Samples] = [rest]
    starts: list[float] = []
    for take in takes:
        starts.append(sum(map(len, pieces)) / rate * 100 / _LOWER_PER_CENT)
        pieces += [take.sound, rest]
    # Slower and lower by the same: what is longer sounds as a longer throat does.
    sound = signal.resample_poly(np.concatenate(pieces), 100, _LOWER_PER_CENT)
    room = np.random.default_rng(7).normal(0, _ROOM, len(sound))
    soundfile.write(file, (sound * louder + room).astype(np.float32), rate)
    return starts


@cache
def _speaker() -> Engine:
    return load_engine(VoiceSpec(name="somebody", speed=0.9))
