"""What is said of a sentence → utterances, none too long for an engine's memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from broadsheet.voice.script import pauses
from broadsheet.voice.script.said import Said
from broadsheet.voice.utterance import Ending

LONGEST = 60
# A very long word counts for several: an engine's memory grows with the sounds.
_LETTERS = 12
_JOINTS = frozenset(
    """and but or nor so yet because although though while whereas after before when where which
    who whom whose that as if unless until since with for to from in on at by of""".split()
)
_STRENGTH = {";": 0, "—": 0, "…": 0, ":": 0, ",": 1, "": 3}

Part = tuple[tuple[Said, ...], Ending, int]


def clauses(said: Sequence[Said], ending: Ending, pause_ms: int) -> list[Part]:
    """The words of each utterance, the melody of its end, and the silence after it."""
    parts: list[Part] = []
    start = 0
    for at, one in enumerate(said):
        is_last = at == len(said) - 1
        if not (one.stop or is_last):
            continue
        mark = ending if is_last else cast("Ending", one.stop)
        silence = pause_ms if is_last else pauses.AFTER_INNER_STOP
        parts.extend(_short(tuple(said[start : at + 1]), mark, silence))
        start = at + 1
    return parts


def _short(said: tuple[Said, ...], ending: Ending, pause_ms: int) -> list[Part]:
    if len(said) == 1 or sum(map(_weight, said)) <= LONGEST:
        return [(said, ending, pause_ms)]
    cut = _cut(said)
    mark = said[cut - 1].pause
    first: Ending = mark if mark in {";", ":", "…"} else ","
    return [
        *_short(said[:cut], first, pauses.AFTER_PART),
        *_short(said[cut:], ending, pause_ms),
    ]


def _cut(said: tuple[Said, ...]) -> int:
    """The best place to part it, in the middle half: the strongest mark, then the middlemost."""
    count = len(said)
    middle = count / 2
    places = range(max(1, count // 4), max(2, count - count // 4))
    return min(places, key=lambda at: (_strength(said, at), abs(at - middle)))


def _strength(said: tuple[Said, ...], at: int) -> int:
    strength = _STRENGTH[said[at - 1].pause]
    return 2 if strength == 3 and said[at].text in _JOINTS else strength


def _weight(said: Said) -> int:
    return 1 + len(said.text) // _LETTERS
