"""A raw programme → the programme as loud as every other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet.voice.sound.blocks import blocks, finished_rate
from broadsheet.voice.sound.contour import Contour, contour
from broadsheet.voice.sound.ride import ride
from broadsheet.voice.take import Samples

LOUDNESS_LUFS = -16.0


@dataclass(frozen=True, slots=True)
class Master:
    """A raw programme that was listened to once, ready to be played out as often as need be."""

    raw: Path
    contour: Contour

    @property
    def rate(self) -> int:
        """Of the finished sound in Hz; the raw file may have another one."""
        return self.contour.rate

    @property
    def seconds(self) -> float:
        return self.contour.samples / self.contour.rate

    def play(self, *, ceiling_dbtp: float) -> Iterator[Samples]:
        """The programme at -16 LUFS, its true peak under `ceiling_dbtp`, in blocks of a second.

        Every sound keeps its place to the sample. Raises SoundError where there is nothing to be
        heard.

        Sources: ITU-R BS.1770-4; -16 LUFS is what Apple asks of a podcast, and it is measured
        here on the one channel that there is.
        """
        course = ride(self.contour, lufs=LOUDNESS_LUFS, ceiling_dbtp=ceiling_dbtp)
        return course.over(blocks(self.raw, self.rate))


def master(raw: Path) -> Master:
    """Go through a raw programme once. Raises SoundError if it is no sound in one channel."""
    rate = finished_rate(raw)
    return Master(raw, contour(blocks(raw, rate), rate))
