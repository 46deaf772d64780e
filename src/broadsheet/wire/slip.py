"""A take with its reading, as it passes over the copy desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from broadsheet.story import Text
from broadsheet.wire.breadcrumb import broken_breadcrumb
from broadsheet.wire.prose import size
from broadsheet.wire.reading import Kind, Reading, reading
from broadsheet.wire.take import Take

_LONGEST_PATH = 13  # lines: Home, and six arrows and names


@dataclass(frozen=True, slots=True)
class Slip:
    """One take and what it looks like.

    `furniture` says why it is none of the report, `doubt` what the editor is asked about it; each
    is "" where there is nothing to say. `marked` is the text with emphasis and links where the
    copy has any, `refused` the addresses of links that are not safe.
    """

    take: Take
    reading: Reading
    furniture: str = ""
    doubt: str = ""
    marked: Text | None = None
    refused: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return self.reading.kind

    @property
    def text(self) -> str:
        return self.take.text

    @property
    def rich(self) -> Text:
        """The text with its emphasis and links."""
        return self.marked or Text(self.text)

    @property
    def size(self) -> int:
        """Words, about."""
        return size(self.take.text)

    def as_headline(self) -> Slip:
        return replace(self, reading=Reading(kind="headline", text=self.text), furniture="")

    def read_as(self, reading: Reading, *, with_take: Take | None = None) -> Slip:
        """The same slip in another light, with the lines of another take added to it."""
        if with_take is None:
            return replace(self, reading=reading)
        lines = tuple(sorted(self.take.lines + with_take.lines, key=lambda line: line.number))
        return replace(self, reading=reading, take=Take(self.take.text, lines))


def headline_of(slips: Sequence[Slip]) -> int | None:
    """The place of the slip that was found to be the headline."""
    return next((at for at, slip in enumerate(slips) if slip.kind == "headline"), None)


def slips(takes: Iterable[Take], *, language: str) -> list[Slip]:
    """Every take with its own reading, none judged to be furniture yet."""
    return [Slip(take, reading(take.text, language=language)) for take in takes]


def joined_breadcrumbs(slips: Sequence[Slip]) -> list[Slip]:
    """The same slips, a path that has a line for each of its names and arrows made one."""
    joined: list[Slip] = []
    at = 0
    while at < len(slips):
        slip = slips[at]
        near = [other.text for other in slips[at : at + _LONGEST_PATH]]
        sections, count = broken_breadcrumb(near)
        for other in slips[at + 1 : at + count]:
            slip = slip.read_as(slip.reading, with_take=other.take)
        if sections:
            slip = slip.read_as(Reading(kind="breadcrumb", text=slip.text, sections=sections))
        joined.append(slip)
        at += count or 1
    return joined
