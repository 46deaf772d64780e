"""What is to be said, and what was: plain functions for the tests of the engines."""

from __future__ import annotations

from typing import get_args

import numpy as np

from broadsheet.voice.take import Samples, Take
from broadsheet.voice.utterance import Ending, Pause, Token, Utterance

_MARKS = tuple(mark for mark in get_args(Pause) if mark)


def make_utterance(text: str, ending: Ending = ".", **ipa: str) -> Utterance:
    """A token for each word; a mark at its end is its pause, and `U_N` is a token of two letters.

    `ipa` tells how words are said.
    """
    tokens = []
    for at, written in enumerate(text.split()):
        word = written.rstrip("".join(_MARKS))
        mark: Pause = next((one for one in _MARKS if written == word + one), "")
        tokens.append(Token(word.replace("_", " "), (at,), ipa.get(word, ""), mark))
    return Utterance(line=0, sentence=0, tokens=tuple(tokens), ending=ending)


def loudness(take: Take, start: float, end: float) -> float:
    """The root of the mean square of the samples between two times in seconds."""
    part = take.sound[round(start * take.sample_rate) : round(end * take.sample_rate)]
    return float(np.sqrt(np.mean(np.square(part, dtype=np.float64))))


def longest_silence(take: Take, start: float, end: float) -> float:
    """The seconds of the longest stretch between two times that is 40 dB below the loudest."""
    frame = round(0.005 * take.sample_rate)
    loudest = max(_levels(take.sound, frame))
    longest = run = 0
    first, last = round(start * take.sample_rate), round(end * take.sample_rate)
    for level in _levels(take.sound[first:last], frame):
        run = run + 1 if level < 0.01 * loudest else 0
        longest = max(longest, run)
    return longest * frame / take.sample_rate


def _levels(sound: Samples, frame: int) -> list[float]:
    return [
        float(np.sqrt(np.mean(np.square(sound[at : at + frame], dtype=np.float64))))
        for at in range(0, len(sound) - frame, frame)
    ]
