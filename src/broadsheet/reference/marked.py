"""A galley and its reading level → its lines cut where rare words stand."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.reading_level import READ, ReadingLevel


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a line; with a `base` it is a rare word."""

    text: str
    base: str = ""


def marked(galley: Galley, level: ReadingLevel) -> tuple[tuple[Stretch, ...], ...]:
    """The lines that are read through, each as stretches that make it up without a gap."""
    rare = {number: one.base for one in level.rare for number in one.words}
    lines = []
    for line in galley.lines:
        if line.role not in READ:
            continue
        at, stretches = 0, []
        for word in line.words:
            if word.number in rare:
                stretches.append(Stretch(line.text[at : word.start]))
                stretches.append(Stretch(line.text[word.start : word.end], rare[word.number]))
                at = word.end
        stretches.append(Stretch(line.text[at:]))
        lines.append(tuple(one for one in stretches if one.text))
    return tuple(lines)
