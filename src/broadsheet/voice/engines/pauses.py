"""The sound of an utterance → the same sound with its pauses as long as they are set to be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.take import Samples, Take
from broadsheet.voice.utterance import Pause

# Seconds of silence that a mark gets at the least, at the voice's own speed. A voice makes some of
# its own: Piper's joe 0.15 to 0.25 at a comma, and nothing more for a dash or an ellipsis.
PAUSE_SECONDS: dict[Pause, float] = {
    "": 0.0,
    ",": 0.16,
    ";": 0.28,
    ":": 0.28,
    "—": 0.35,
    "…": 0.5,
}

Span = tuple[float, float]

_FRAME_SECONDS = 0.005
_QUIET_RATIO = 0.01  # of the loudest frame: 40 dB below it
_SHORTEST_QUIET_SECONDS = 0.03  # shorter ones are the closures of consonants
_KEPT = 0.25  # of a token is heard, whatever a model says of it
_EDGE_SECONDS = 0.02  # of silence that is left before the first sound and after the last
_FADE_SECONDS = 0.004  # so that a cut through sound does not click


def with_pauses(take: Take, pauses: Sequence[Pause], *, speed: float = 1.0) -> Take:
    """Silence is put in where a pause is shorter than its mark asks for, and taken off both ends.

    `pauses` has one for each of the take's times; the last one is not heard, for the pause after an
    utterance is not the voice's business. Times move with the sound: at a pause the token before
    ends where the silence begins, and the token after starts where it ends.
    """
    if not take.times:
        return take
    quiet = _Quiet(take)
    times = [list(time) for time in take.times]
    heard = quiet.ends()
    # A model may give the silence before or after to the phoneme beside it.
    if heard[0] < times[0][1]:
        times[0][0] = max(times[0][0], heard[0])
    if heard[1] > times[-1][0]:
        times[-1][1] = min(times[-1][1], heard[1])
    cuts = {}
    for at, pause in enumerate(pauses[:-1]):
        if pause:
            start, end = quiet.between(at)
            times[at][1] = min(times[at][1], start)
            times[at + 1][0] = max(times[at + 1][0], end)
            missing = max(0.0, PAUSE_SECONDS[pause] / speed - (end - start))
            cuts[at + 1] = ((start + end) / 2, missing)
    return _cut(take, times, cuts, heard)


def _cut(
    take: Take, times: list[list[float]], cuts: dict[int, tuple[float, float]], heard: Span
) -> Take:
    """`cuts` has the place and the length of the silence to put in, by the token that follows."""
    begin = max(0.0, min(heard[0], times[0][0]) - _EDGE_SECONDS)
    finish = min(take.seconds, max(heard[1], times[-1][1]) + _EDGE_SECONDS)
    rate = take.sample_rate
    pieces, moved, last, shift = [], [], round(begin * rate), -round(begin * rate)
    for at, (start, end) in enumerate(times):
        place, missing = cuts.get(at, (0.0, 0.0))
        if silence := round(missing * rate):
            pieces.append(_faded(take.sound[last : round(place * rate)], rate))
            pieces.append(np.zeros(silence, np.float32))
            last = round(place * rate)
            shift += silence
        moved.append((start + shift / rate, end + shift / rate))
    pieces.append(_faded(take.sound[last : round(finish * rate)], rate))
    return Take(np.concatenate(pieces), rate, tuple(moved))


def _faded(piece: Samples, sample_rate: int) -> Samples:
    length = min(round(_FADE_SECONDS * sample_rate), len(piece) // 2)
    if not length:
        return piece
    faded = piece.copy()
    ramp = np.linspace(0.0, 1.0, length, dtype=np.float32)
    faded[:length] *= ramp
    faded[-length:] *= ramp[::-1]
    return faded


class _Quiet:
    """Where a take is silent."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._frame = max(1, round(take.sample_rate * _FRAME_SECONDS))
        self._is_quiet = _quiet_frames(take.sound, self._frame)

    def between(self, at: int) -> Span:
        """The longest silence from within token `at` to within the next, in seconds.

        Where there is none it is the place between the two, without length.
        """
        (start, end), (next_start, next_end) = self._take.times[at : at + 2]
        low = self._frames(start + (end - start) * _KEPT)
        high = self._frames(next_end - (next_end - next_start) * _KEPT)
        longest, first, run = 0, low, low
        for frame in range(low, high):
            if not self._is_quiet[frame]:
                run = frame + 1
            elif frame + 1 - run > longest:
                longest, first = frame + 1 - run, run
        if longest * _FRAME_SECONDS < _SHORTEST_QUIET_SECONDS:
            middle = (end + next_start) / 2
            return middle, middle
        return self._seconds(first), self._seconds(first + longest)

    def ends(self) -> Span:
        """Where the first sound begins and the last one ends, in seconds."""
        heard = np.flatnonzero(~self._is_quiet)
        if not len(heard):
            return 0.0, self._take.seconds
        return self._seconds(int(heard[0])), self._seconds(int(heard[-1]) + 1)

    def _frames(self, seconds: float) -> int:
        return min(len(self._is_quiet), int(seconds * self._take.sample_rate) // self._frame)

    def _seconds(self, frame: int) -> float:
        return min(frame * self._frame / self._take.sample_rate, self._take.seconds)


def _quiet_frames(sound: Samples, frame: int) -> NDArray[np.bool_]:
    whole = np.pad(sound, (0, -len(sound) % frame)).reshape(-1, frame)
    power = np.mean(np.square(whole, dtype=np.float64), axis=1)
    quiet: NDArray[np.bool_] = power <= power.max(initial=0.0) * _QUIET_RATIO**2
    return quiet
