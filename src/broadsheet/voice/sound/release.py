"""A programme and its tags → finished files under their names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.sound.seal import Seal, seal_mp3
from broadsheet.voice.sound.tag_mp3 import tag_mp3
from broadsheet.voice.sound.tag_opus import tag_opus
from broadsheet.voice.sound.tags import Tags


@dataclass(frozen=True, slots=True)
class SoundFiles:
    """The same programme twice. `peak_dbtp` is the true peak of the louder one as it decodes."""

    mp3: Path
    mp3_bytes: int
    opus: Path
    opus_bytes: int
    milliseconds: int
    peak_dbtp: float


def release(
    programme: Programme, folder: Path, tags: Tags, *, stem: str, seal: Seal | None = None
) -> SoundFiles:
    """Tag both files, seal the MP3 if there is a seal, check them, and name them in `folder`.

    Neither name ever holds half a file. Without a seal the same arguments give the same bytes.
    Raises SoundError.
    """
    tag_mp3(programme.mp3, tags, milliseconds=programme.milliseconds)
    tag_opus(programme.opus, tags)
    if seal:
        seal_mp3(programme.mp3, tags, seal)
    programme.check()
    sizes = [file.stat().st_size for file in (programme.mp3, programme.opus)]
    for file in (programme.mp3, programme.opus):
        _sync(file)
    return SoundFiles(
        programme.mp3.replace(folder / f"{stem}.mp3"),
        sizes[0],
        programme.opus.replace(folder / f"{stem}.opus"),
        sizes[1],
        programme.milliseconds,
        programme.peak_dbtp,
    )


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
