"""A stretch of finished sound, ready to be joined to others."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.voice.sound.contour import Numbers

# A frame of MP3 lasts as long at both rates; joins are where frames meet.
FRAME_MS = 24
PACKET_MS = 20


@dataclass(frozen=True, slots=True)
class Reel:
    """The same sound as frames of MP3 and as packets of Opus, all decoded once to their end.

    The packets last no longer than the frames. `energies` has the mean energy of each frame as
    the ear weighs it, and `peak_dbtp` is the true peak of the louder one of both as it decodes.
    """

    rate: int
    mp3: bytes
    opus: tuple[bytes, ...]
    energies: Numbers
    peak_dbtp: float

    @property
    def frames(self) -> int:
        return len(self.energies)
