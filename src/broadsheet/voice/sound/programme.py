"""A whole programme as two files that have no name yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import av

from broadsheet.voice.sound.error import SoundError

LOUDNESS_LUFS = -16.0
_NEAR_ENOUGH_LU = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Each digest is that of all frames or packets that were put into the file, in their order."""

    mp3: Path
    mp3_digest: bytes
    opus: Path
    opus_digest: bytes
    milliseconds: int
    lufs: float
    peak_dbtp: float

    def check(self) -> None:
        """Read both files as a player does, but for decoding: all that is in them was decoded.

        Raises SoundError where anything else comes out than was put in, and where the programme is
        not as loud as every other.
        """
        for file, digest in ((self.mp3, self.mp3_digest), (self.opus, self.opus_digest)):
            if _read(file) != digest:
                raise SoundError(f"{file.name} does not hold what was put into it; voice it again")
        if abs(self.lufs - LOUDNESS_LUFS) > _NEAR_ENOUGH_LU:
            raise SoundError(
                f"a programme comes to {self.lufs:.1f} LUFS and not to {LOUDNESS_LUFS:.1f}, so far "
                "do its peaks stand above its voice; voice it again or take another voice"
            )


def _read(file: Path) -> bytes:
    digest = hashlib.sha256()
    try:
        with av.open(str(file)) as container:
            for packet in container.demux(audio=0):
                digest.update(bytes(packet))
    except av.FFmpegError as error:
        raise SoundError(f"{file.name} cannot be read ({error}); voice it again") from error
    return digest.digest()
