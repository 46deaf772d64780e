"""A recording that waits → its files, or the reason why there are none."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseError
from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.galley.compose import compose
from broadsheet.story import Story
from broadsheet.studio.listen_through import Stopped
from broadsheet.studio.listening.error import RecordingError
from broadsheet.studio.master_reading import Mastered, master_reading
from broadsheet.studio.models import HumanReading, Recording
from broadsheet.studio.models.recording import STEM
from broadsheet.studio.reading import Reading, reading_of
from broadsheet.studio.tags_of import seal_now, tags_of
from broadsheet.studio.text_of_reading import text_of_reading
from broadsheet.voice import record
from broadsheet.voice.booth import Booth
from broadsheet.voice.engine import EngineError
from broadsheet.voice.opening import with_opening
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.takes import Takes
from broadsheet.voice.voice_spec import VoiceSpec

logger = logging.getLogger("broadsheet.studio")

TELL_SECONDS = 1.0


class NotWanted(Exception):
    """The text has changed, or the booth is told to stop: what was begun is given up."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A report as it says now what is to be heard, and who reads it."""

    report: ReportPage
    story: Story
    reading: Reading | HumanReading


def voice_report(
    recording: Recording,
    *,
    booth_for: Callable[[VoiceSpec], Booth],
    is_stopped: Callable[[], bool],
    clock: Callable[[], float],
) -> None:
    """Voice one that is begun, and note at the desk how it went: done, failed and why, or not
    wanted any more.

    Raises OSError and database errors, which are no fault of the report; it waits again then.
    """
    copy = _as_it_is_now(recording)
    if copy is None:
        recording.delete()
        return
    try:
        folder = settings.CONFIG.recordings / f"{recording.pk}-new"
        made = _made(recording, copy, folder, booth_for, is_stopped, clock)
        _finish(recording, made, folder)
    except (NotWanted, Stopped):
        recording.put_back()
    except (EngineError, SoundError, RecordingError) as error:
        recording.fail(str(error))
        logger.warning(
            "%s: it could not be read: %s", copy.story.path, error, extra={"path": copy.story.path}
        )
    except OSError:
        recording.put_back()
        raise
    except DatabaseError:
        raise  # with its connection the booth may have lost its hold of this one
    except Exception as error:
        recording.fail(f"{type(error).__name__}: {error}")
        logger.exception(
            "%s: it could not be read", copy.story.path, extra={"path": copy.story.path}
        )
    else:
        logger.info(
            "%s: read aloud, %s minutes",
            copy.story.path,
            recording.length,
            extra={"path": copy.story.path},
        )


def _as_it_is_now(recording: Recording) -> _Copy | None:
    """None where it is not to go out, or says something else by now: the press knows."""
    if recording.human_reading:
        text = text_of_reading(recording.human_reading)
        return _Copy(text.report, text.story, recording.human_reading) if text else None
    report = ReportPage.objects.finished().whole().filter(pk=recording.report_id).first()
    if report is None:
        return None
    translator = Translator()
    story = translator.story(report)
    reading = reading_of(report, story, translator.sections_above(report))
    if reading is None or reading.digest != recording.digest:
        return None
    return _Copy(report, story, reading)


def _made(
    recording: Recording,
    copy: _Copy,
    folder: Path,
    booth_for: Callable[[VoiceSpec], Booth],
    is_stopped: Callable[[], bool],
    clock: Callable[[], float],
) -> Mastered:
    if isinstance(copy.reading, HumanReading):
        return master_reading(copy.reading, copy.report, copy.story, folder, is_stopped=is_stopped)
    made = _record(recording, copy, copy.reading, folder, booth_for, is_stopped, clock)
    return Mastered(made.files, made.milliseconds, has_cues=True)


def _record(
    recording: Recording,
    copy: _Copy,
    reading: Reading,
    folder: Path,
    booth_for: Callable[[VoiceSpec], Booth],
    is_stopped: Callable[[], bool],
    clock: Callable[[], float],
) -> record.Recording:
    galley = compose(copy.story)
    script = write(galley, reading.sayings)
    if opening := settings.CONFIG.sound.opening:
        script = with_opening(script, opening)
    told_at = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told_at
        if is_stopped():
            raise NotWanted
        if clock() >= told_at + TELL_SECONDS:
            told_at = clock()
            if not recording.tell(done, total):
                raise NotWanted

    recording.sentences = len(script.utterances)
    return record.record(
        galley,
        script,
        booth=booth_for(reading.voice),
        takes=Takes(settings.CONFIG.takes),
        folder=folder,
        stem=STEM,
        tags=tags_of(copy.report, copy.story, voice=reading.voice.name),
        seal=seal_now(timezone.now()),
        progress=progress,
    )


def _finish(recording: Recording, made: Mastered, folder: Path) -> None:
    """Name the files by their content, then enter them: a crash between leaves spare files."""
    digest = hashlib.sha256()
    sizes: dict[str, int] = {}
    for file in made.files:
        digest.update(file.read_bytes())
        sizes[file.suffix] = file.stat().st_size
    recording.stamp = digest.hexdigest()[:10]
    recording.take_in(made.files)
    shutil.rmtree(folder)
    recording.finish(
        stamp=recording.stamp,
        milliseconds=made.milliseconds,
        mp3_bytes=sizes[".mp3"],
        opus_bytes=sizes[".opus"],
        has_cues=made.has_cues,
        now=timezone.now(),
    )
