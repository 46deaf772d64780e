"""A galley and a timeline → captions for players."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import pairwise

from broadsheet.galley.galley import Galley
from broadsheet.voice.cues.heard import HeardSentence, heard, milliseconds
from broadsheet.voice.timeline import Timeline

_COLUMNS = 42
_LINES = 2
_CHUNK = re.compile(r"\S+")

Caption = tuple[int, int, str]


def captions(galley: Galley, timeline: Timeline) -> str:
    """WebVTT: a caption for each sentence that is heard, or several where it is long.

    They show what the reporter wrote; what is said without being written, such as an opening
    line, is shown as it is said. A caption has two lines of 42 characters at most, unless a
    single word is longer. Podcast players take it for the transcript too.

    Source: W3C, WebVTT: The Web Video Text Tracks Format.
    """
    spoken = [
        caption for sentence in heard(galley, timeline) for caption in _sentence(galley, sentence)
    ]
    spoken += _unwritten(timeline)
    return "WEBVTT\n" + "".join(_cue(*caption) for caption in sorted(spoken))


def _unwritten(timeline: Timeline) -> Iterator[Caption]:
    for said in timeline.said:
        if said.utterance.tokens and not any(token.words for token in said.utterance.tokens):
            text = said.utterance.text
            start_ms, end_ms = milliseconds(said.start), milliseconds(said.end)
            yield start_ms, end_ms, text[0].upper() + text[1:]


def _sentence(galley: Galley, sentence: HeardSentence) -> Iterator[Caption]:
    chunks = list(_CHUNK.finditer(sentence.line.text, sentence.sentence.start, sentence.text_end))
    pieces = _pieces(" ".join(chunk.group() for chunk in chunks))
    starts_ms = [sentence.start_ms]
    done = 0
    for piece in pieces[:-1]:
        done += piece.count(" ") + 1
        heard_ms = _heard_from(galley, sentence, chunks[done].start())
        starts_ms.append(max(starts_ms[-1] + 1, heard_ms))
    ends_ms = max(sentence.end_ms, starts_ms[-1] + 1)
    for piece, (start_ms, end_ms) in zip(pieces, pairwise([*starts_ms, ends_ms]), strict=True):
        yield start_ms, end_ms, "\n".join(_lines(piece))


def _heard_from(galley: Galley, sentence: HeardSentence, offset: int) -> int:
    """When the first of the words from `offset` on is heard."""
    return min(
        (word.start_ms for word in sentence.words if galley.words[word.first][1].start >= offset),
        default=sentence.end_ms,
    )


def _pieces(text: str) -> list[str]:
    """As few as there can be, and as much alike in length as can be."""
    words = text.count(" ") + 1
    for number in range(1, words + 1):
        pieces = _alike(text, number)
        if all(len(_lines(piece)) <= _LINES for piece in pieces):
            return pieces
    return text.split(" ")


def _alike(text: str, number: int) -> list[str]:
    """At most `number` pieces: wrapped to the narrowest width that holds it in so many."""
    width = -(-len(text) // number)
    while len(pieces := _wrapped(text, width)) > number:
        width += 1
    return pieces


def _lines(piece: str) -> list[str]:
    return _wrapped(piece, _COLUMNS)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _cue(start_ms: int, end_ms: int, text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"\n{_clock(start_ms)} --> {_clock(end_ms)}\n{escaped}\n"


def _clock(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
