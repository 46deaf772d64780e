"""A report as it is read aloud → what the files of its sound say about themselves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.conf import settings

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import Photo, ReportPage
from broadsheet.desk.picture import printed_files
from broadsheet.feeds.address import address
from broadsheet.story import Story
from broadsheet.voice.sound.seal import Seal, read_seal
from broadsheet.voice.sound.tags import Tags


def tags_of(report: ReportPage, story: Story, *, voice: str = "", reader: str = "") -> Tags:
    """Read by a voice, or by a person."""
    paper = newspaper()
    return Tags(
        title=story.headline,
        newspaper=paper.name,
        voice=voice,
        reader=reader,
        published_at=story.published_at,
        language=story.language,
        authors=tuple(one.name for one in story.writers),
        address=address(story.path, paper),
        artwork=_artwork(artwork_photo(report, story)),
    )


def seal_now(now: dt.datetime) -> Seal | None:
    """The newsroom's seal; None where it signs nothing. Raises SoundError."""
    sound = settings.CONFIG.sound
    if not sound.certificate:
        return None
    return read_seal(Path(sound.certificate), Path(sound.certificate_key), now=now)


def artwork_photo(report: ReportPage, story: Story) -> Photo | None:
    """The lead photo, if the paper may show it for good: a sound that was downloaded stays."""
    photo = report.lead_photo if story.lead else None
    return photo if photo and not photo.licensed_until else None


def _artwork(photo: Photo | None) -> bytes:
    """A square JPEG; nothing where there is none."""
    files = printed_files(photo) if photo else ()
    artwork = next((one for one in files if one.use == "artwork"), None)
    if artwork is None:
        return b""
    with artwork.file.open("rb") as file:
        return bytes(file.read())
