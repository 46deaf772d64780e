"""What a stretch of a sentence is read as, before it is anybody's token."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.voice.utterance import Pause


@dataclass(frozen=True, slots=True)
class Said:
    """One spoken word and the characters of the sentence that it came from.

    `stop` is set where the sentence halts within itself: `“Why now?” she asked.`
    """

    text: str
    start: int
    end: int
    ipa: str = ""
    pause: Pause = ""
    stop: str = ""


Reading = list[Said]


def spoken(words: str, start: int, end: int) -> Reading:
    """Each of the words, parted by spaces, as coming from `start` to `end`."""
    return [Said(word, start, end) for word in words.split()]
