"""A raw programme and its tags → finished files."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.encode import encode
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.master import Master, master
from broadsheet.voice.sound.seal import Seal, seal_mp3
from broadsheet.voice.sound.tag_mp3 import tag_mp3
from broadsheet.voice.sound.tag_opus import tag_opus
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.sound.true_peak import TruePeak

PEAK_DBTP = -1.0
# What an encoder drops moves the peaks of what it keeps: those of Opus rose by 0.7 dB.
_CEILING_DBTP = -2.2
_MARGIN_DB = 0.2
_MOST_TAKES = 4
# An MP3 ends with a whole frame and what the encoder fills up.
_SLACK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class SoundFiles:
    """The same programme twice. `peak_dbtp` is the true peak of the louder one as it decodes."""

    mp3: Path
    mp3_bytes: int
    opus: Path
    opus_bytes: int
    milliseconds: int
    peak_dbtp: float


def publish_sound(
    raw: Path, folder: Path, tags: Tags, *, stem: str, seal: Seal | None = None
) -> SoundFiles:
    """Write `stem`.mp3 and `stem`.opus into `folder`, at -16 LUFS and with a peak under -1 dBTP.

    `raw` is one channel of any rate; every sound keeps its place in both files to within a
    millisecond. Both were decoded again before they got their names, and neither name ever holds
    half a file. With a seal the MP3 carries content credentials. Without one, the same
    arguments give the same bytes. Raises SoundError.
    """
    programme = master(raw)
    milliseconds = round(programme.seconds * 1000)
    with TemporaryDirectory(prefix=".sound-", dir=folder) as scratch:
        mp3, opus = Path(scratch, "programme.mp3"), Path(scratch, "programme.opus")
        peak_dbtp = _press(programme, mp3, opus)
        tag_mp3(mp3, tags, milliseconds=milliseconds)
        tag_opus(opus, tags)
        if seal:
            seal_mp3(mp3, tags, seal)
        sizes = mp3.stat().st_size, opus.stat().st_size
        for file in (mp3, opus):
            _sync(file)
        return SoundFiles(
            mp3.replace(folder / f"{stem}.mp3"),
            sizes[0],
            opus.replace(folder / f"{stem}.opus"),
            sizes[1],
            milliseconds,
            peak_dbtp,
        )


def _press(programme: Master, mp3: Path, opus: Path) -> float:
    """Encode under a ceiling that leaves the encoders room, lower if they took more than that."""
    ceiling_dbtp = _CEILING_DBTP
    for _ in range(_MOST_TAKES):
        encode(programme.play(ceiling_dbtp=ceiling_dbtp), programme.rate, mp3=mp3, opus=opus)
        peak_dbtp = max(_checked(path, programme.seconds) for path in (mp3, opus))
        if peak_dbtp < PEAK_DBTP:
            return peak_dbtp
        ceiling_dbtp -= peak_dbtp - PEAK_DBTP + _MARGIN_DB
    raise SoundError(
        f"{programme.raw.name} comes to a peak of {peak_dbtp:.1f} dBTP after {_MOST_TAKES} takes; "
        f"it has to be under {PEAK_DBTP:.0f}: voice it again"
    )


def _checked(path: Path, seconds: float) -> float:
    """Decode a file as a player does: its true peak. Raises SoundError where it is not whole."""
    peak, heard_seconds = TruePeak(), 0.0
    for samples, rate in decoded(path):
        peak.hear(samples)
        heard_seconds += len(samples) / rate
    if not -0.001 <= heard_seconds - seconds <= _SLACK_SECONDS or math.isinf(peak.dbtp):
        raise SoundError(
            f"{path.name} holds {heard_seconds:.2f} seconds and should hold {seconds:.2f} seconds "
            "of sound; voice it again"
        )
    return peak.dbtp


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
