"""A reading by a person and the report that it reads → the files of its sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.galley.compose import compose
from broadsheet.galley.galley import Galley
from broadsheet.story import Story
from broadsheet.studio.listen_through import listen_through
from broadsheet.studio.listening.error import RecordingError
from broadsheet.studio.models import HumanReading
from broadsheet.studio.models.recording import STEM
from broadsheet.studio.tags_of import seal_now, tags_of
from broadsheet.voice.chapters import chapters
from broadsheet.voice.cues.captions import captions
from broadsheet.voice.cues.word_cues import word_cues
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.publish_sound import publish_sound
from broadsheet.voice.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Mastered:
    """`files` are MP3 and Opus, and with `has_cues` captions and cues as well."""

    files: tuple[Path, ...]
    milliseconds: int
    has_cues: bool


def master_reading(
    reading: HumanReading,
    report: ReportPage,
    story: Story,
    folder: Path,
    *,
    is_stopped: Callable[[], bool],
) -> Mastered:
    """Make `report.mp3` and its siblings in an empty folder.

    Raises RecordingError and SoundError where it cannot be published, and Stopped.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    galley = compose(story)
    wav = folder / "reading.wav"
    taken = _taken(reading, folder)
    timeline = listen_through(taken, write(galley), wav, is_stopped=is_stopped)
    taken.unlink()
    tags = tags_of(report, story, reader=reading.reader)
    if timeline:
        tags = replace(tags, chapters=chapters(galley, timeline))
    sound = publish_sound(wav, folder, tags, stem=STEM, seal=seal_now(timezone.now()))
    wav.unlink()
    cues = _cues(galley, timeline, folder) if timeline else ()
    return Mastered((sound.mp3, sound.opus, *cues), sound.milliseconds, bool(cues))


def _taken(reading: HumanReading, folder: Path) -> Path:
    """A copy on this machine: the upload may be kept in the store."""
    taken = folder / f"taken{PurePath(reading.file.name or '').suffix}"
    try:
        with reading.file.open("rb") as opened, taken.open("wb") as copied:
            shutil.copyfileobj(opened, copied)
    except FileNotFoundError:
        raise RecordingError("the recording that was handed in is gone; hand it in again") from None
    return taken


def _cues(galley: Galley, timeline: Timeline, folder: Path) -> tuple[Path, ...]:
    captions_file, cues_file = folder / f"{STEM}.vtt", folder / f"{STEM}.json"
    captions_file.write_text(captions(galley, timeline), encoding="utf-8")
    cues_file.write_bytes(word_cues(galley, timeline))
    return captions_file, cues_file
