"""A recording that waits → its files, or the reason why there are none."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import ReportPage
from broadsheet.desk.picture import printed_files
from broadsheet.desk.translate import Translator
from broadsheet.feeds.address import address
from broadsheet.galley.compose import compose
from broadsheet.story import Story
from broadsheet.studio.models import Recording
from broadsheet.studio.models.recording import STEM
from broadsheet.studio.reading import Reading, reading_of
from broadsheet.voice import record
from broadsheet.voice.booth import Booth
from broadsheet.voice.engine import EngineError
from broadsheet.voice.opening import with_opening
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.seal import Seal, read_seal
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.takes import Takes
from broadsheet.voice.voice_spec import VoiceSpec

logger = logging.getLogger("broadsheet.studio")

TELL_SECONDS = 1.0


class NotWanted(Exception):
    """The text has changed, or the booth is told to stop: what was begun is given up."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A report as it is published now."""

    report: ReportPage
    story: Story
    reading: Reading


def voice_report(
    recording: Recording,
    *,
    booth_for: Callable[[VoiceSpec], Booth],
    is_stopped: Callable[[], bool],
    clock: Callable[[], float],
) -> None:
    """Voice it, and note at the desk how it went: done, failed and why, or not wanted any more.

    Raises OSError and database errors, which are no fault of the report; it waits again then.
    """
    copy = _as_it_is_now(recording)
    if copy is None:
        recording.delete()
        return
    recording.begin()
    try:
        made, folder = _record(recording, copy, booth_for, is_stopped, clock)
    except NotWanted:
        recording.put_back()
    except (EngineError, SoundError) as error:
        recording.fail(str(error))
        logger.warning("%s: it could not be read: %s", copy.story.path, error)
    except OSError:
        recording.put_back()
        raise
    except Exception as error:
        recording.fail(f"{type(error).__name__}: {error}")
        logger.exception("%s: it could not be read", copy.story.path)
    else:
        _finish(recording, made, folder)
        logger.info("%s: read aloud, %s minutes", copy.story.path, recording.length)


def _as_it_is_now(recording: Recording) -> _Copy | None:
    """None where the report is not published, or says something else by now: the press knows."""
    report = ReportPage.objects.live().whole().filter(pk=recording.report_id).first()
    if report is None:
        return None
    translator = Translator()
    story = translator.story(report)
    reading = reading_of(report, story, translator.sections_above(report))
    if reading is None or reading.digest != recording.digest:
        return None
    return _Copy(report, story, reading)


def _record(
    recording: Recording,
    copy: _Copy,
    booth_for: Callable[[VoiceSpec], Booth],
    is_stopped: Callable[[], bool],
    clock: Callable[[], float],
) -> tuple[record.Recording, Path]:
    galley = compose(copy.story)
    script = write(galley, copy.reading.sayings)
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
    folder = settings.CONFIG.recordings / f"{recording.pk}-new"
    made = record.record(
        galley,
        script,
        booth=booth_for(copy.reading.voice),
        takes=Takes(settings.CONFIG.takes),
        folder=folder,
        stem=STEM,
        tags=_tags(copy),
        seal=_seal(timezone.now()),
        progress=progress,
    )
    return made, folder


def _tags(copy: _Copy) -> Tags:
    paper = newspaper()
    story = copy.story
    return Tags(
        title=story.headline,
        newspaper=paper.name,
        voice=copy.reading.voice.name,
        published_at=story.published_at,
        language=story.language,
        authors=tuple(credit.person.name for credit in story.byline if not credit.role),
        address=address(story.path, paper),
        artwork=_artwork(copy.report),
    )


def _artwork(report: ReportPage) -> bytes:
    """The lead photo as social cards take it: a JPEG; nothing where there is none."""
    if report.lead_photo is None:
        return b""
    card = next((one for one in printed_files(report.lead_photo) if one.is_card), None)
    if card is None:
        return b""
    with card.file.open("rb") as file:
        return bytes(file.read())


def _seal(now: dt.datetime) -> Seal | None:
    sound = settings.CONFIG.sound
    if not sound.certificate:
        return None
    return read_seal(Path(sound.certificate), Path(sound.certificate_key), now=now)


def _finish(recording: Recording, made: record.Recording, folder: Path) -> None:
    """Name the files by their content, then enter them: a crash between leaves a spare folder."""
    digest = hashlib.sha256()
    for file in made.files:
        digest.update(file.read_bytes())
    stamp = digest.hexdigest()[:10]
    settled = settings.CONFIG.recordings / f"{recording.pk}-{stamp}"
    if settled.exists():
        shutil.rmtree(folder)
    else:
        folder.replace(settled)
    recording.finish(
        stamp=stamp,
        milliseconds=made.milliseconds,
        mp3_bytes=(settled / made.mp3.name).stat().st_size,
        opus_bytes=(settled / made.opus.name).stat().st_size,
        now=timezone.now(),
    )
