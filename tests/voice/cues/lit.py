"""Word cues → what a page makes of them: the decoder that `<audio-report>` has, in Python."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Lit:
    """A stretch of a line, lit for a while; offsets in UTF-16 units, times in milliseconds."""

    start_ms: int
    end_ms: int
    start16: int
    end16: int


@dataclass(frozen=True)
class LitSentence:
    place: str
    whole: Lit
    words: tuple[Lit, ...]


def lit(cues: bytes) -> tuple[LitSentence, ...]:
    found = json.loads(cues)
    assert found["version"] == 1
    return tuple(
        _sentence(place, sentence) for place, sentences in found["lines"] for sentence in sentences
    )


def in_utf16(text: str, start16: int, end16: int) -> str:
    return text.encode("utf-16-le")[2 * start16 : 2 * end16].decode("utf-16-le")


def _sentence(place: str, sentence: list) -> LitSentence:
    start_ms, end_ms, start16, end16, numbers = sentence
    at_ms, at16, words = start_ms, start16, []
    for at in range(0, len(numbers), 4):
        later_ms, length_ms, further16, length16 = numbers[at : at + 4]
        at_ms, at16 = at_ms + later_ms, at16 + further16
        words.append(Lit(at_ms, at_ms + length_ms, at16, at16 + length16))
    return LitSentence(place, Lit(start_ms, end_ms, start16, end16), tuple(words))
