"""When everything that was said is heard."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.voice.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance in its place in the programme; times in seconds from the programme's beginning.

    `times` holds start and end of each token, in the order of the utterance's tokens.
    """

    utterance: Utterance
    start: float
    end: float
    times: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole programme: what was said in the order in which it was, and how long it lasts."""

    said: tuple[Said, ...]
    seconds: float
