"""A galley and its timeline → the chapters of the programme."""

from __future__ import annotations

from broadsheet.galley.galley import Galley
from broadsheet.voice.sound.tags import Chapter
from broadsheet.voice.timeline import Timeline


def chapters(galley: Galley, timeline: Timeline) -> tuple[Chapter, ...]:
    """One for the beginning, with the headline, and one for each heading that is heard.

    Without such a heading there are none.
    """
    found: dict[int, Chapter] = {}
    for said in timeline.said:
        line = galley.lines[said.utterance.line]
        if line.role == "heading" and line.number not in found:
            found[line.number] = Chapter(round(said.start * 1000), line.text.strip())
    if not found:
        return ()
    headline = next((line.text.strip() for line in galley.lines if line.role == "headline"), "")
    return (Chapter(0, headline), *found.values())
