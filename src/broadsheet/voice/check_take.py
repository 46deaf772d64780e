"""What an engine gave → whether that can be what was to be said."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Utterance

_SILENCE = 1e-3  # the loudest sample, of 1: 60 dB below full
_ROUNDING = 1e-6  # seconds
_LOUDEST = 1.5  # a voice in whole numbers would have 32,767

# joe takes 0.066 s for a letter, a third of it at the most hurried; at half speed a long word with
# its pauses takes 4 s.
_FASTEST_LETTER_SECONDS = 0.022
_SLOWEST_TOKEN_SECONDS = 4.0
_SLOWEST_LETTER_SECONDS = 0.5


def check_take(utterance: Utterance, take: Take) -> None:
    """Pass over a take that can be what the utterance says.

    Raises EngineError for silence, for sound that is far too short or too long, for samples that
    are no numbers, and for times that are not one to each token, do not rise or leave the sound.
    """
    said = f"the sentence “{_shown(utterance.text)}”"
    if fault := _fault_of_sound(utterance, take) or _fault_of_times(utterance, take):
        raise EngineError(f"{said} came back from its voice with {fault}; choose another voice")


def _fault_of_sound(utterance: Utterance, take: Take) -> str:
    if take.sample_rate <= 0 or take.sound.ndim != 1 or not len(take.sound):
        return f"no sound: {take.sound.shape} samples at {take.sample_rate} Hz"
    if not np.isfinite(take.sound).all():
        return "samples that are no numbers"
    peak = float(np.abs(take.sound).max())
    if peak < _SILENCE:
        return f"silence: its loudest sample is {peak:.6f} of 1"
    if peak > _LOUDEST:
        return f"samples as far as {peak:.2f}, where 1 is full"
    letters = sum(len(token.text) for token in utterance.tokens)
    shortest = letters * _FASTEST_LETTER_SECONDS
    longest = len(utterance.tokens) * _SLOWEST_TOKEN_SECONDS + letters * _SLOWEST_LETTER_SECONDS
    if not shortest <= take.seconds <= longest:
        return (
            f"{take.seconds:.2f} s of sound, where {shortest:.2f} to {longest:.2f} s can be right"
        )
    return ""


def _fault_of_times(utterance: Utterance, take: Take) -> str:
    if len(take.times) != len(utterance.tokens):
        return f"{len(take.times)} times for {len(utterance.tokens)} words"
    marks = [mark for time in take.times for mark in time]
    if not np.isfinite(marks).all():
        return "times that are no numbers"
    if any(later < earlier - _ROUNDING for earlier, later in pairwise(marks)) or any(
        end <= start for start, end in take.times
    ):
        return "times that do not rise"
    if marks and (marks[0] < 0 or marks[-1] > take.seconds + _ROUNDING):
        return f"times from {marks[0]:.3f} to {marks[-1]:.3f} s in {take.seconds:.3f} s of sound"
    return ""


def _shown(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
