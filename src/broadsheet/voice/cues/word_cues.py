"""A galley and a timeline → which word is lit when, for the page."""

from __future__ import annotations

import json

from broadsheet.galley.galley import Galley, Line
from broadsheet.voice.cues.heard import HeardSentence, heard, milliseconds
from broadsheet.voice.timeline import Timeline

_VERSION = 1

Cues = list[int | list[int]]


def word_cues(galley: Galley, timeline: Timeline) -> bytes:
    """JSON, small enough to come with the page.

    ```
    {"version":1,"duration":MS,"lines":[[PLACE,[SENTENCE,…]],…]}
    SENTENCE = [start_ms,end_ms,start16,end16,[CUE,CUE,…]]
    CUE      = d_start_ms,length_ms,d_start16,length16
    ```

    Lines come in the order in which they are heard, each once. Times count from the beginning of
    the sound, offsets in UTF-16 units from the beginning of the line's text. A cue counts both
    from the cue before it, the first one from its sentence; offsets may go back, as when the
    dollars of `$1.2 billion` are heard last. The four numbers of all cues stand in one flat list.
    """
    lines: dict[str, list[Cues]] = {}
    for sentence in heard(galley, timeline):
        lines.setdefault(sentence.line.place, []).append(_sentence(galley, sentence))
    whole = {
        "version": _VERSION,
        "duration": milliseconds(timeline.seconds),
        "lines": list(lines.items()),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _sentence(galley: Galley, sentence: HeardSentence) -> Cues:
    line = sentence.line
    before_ms, before16 = sentence.start_ms, line.utf16(sentence.sentence.start)
    cues: list[int] = []
    for word in sentence.words:
        start16, length16 = _span16(galley, line, word.first, word.last)
        cues += (
            word.start_ms - before_ms,
            word.end_ms - word.start_ms,
            start16 - before16,
            length16,
        )
        before_ms, before16 = word.start_ms, start16
    return [
        sentence.start_ms,
        sentence.end_ms,
        line.utf16(sentence.sentence.start),
        line.utf16(sentence.text_end),
        cues,
    ]


def _span16(galley: Galley, line: Line, first: int, last: int) -> tuple[int, int]:
    start16 = line.utf16(galley.words[first][1].start)
    return start16, line.utf16(galley.words[last][1].end) - start16
