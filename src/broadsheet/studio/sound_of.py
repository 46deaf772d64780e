"""A report that is being printed → its sound, or an order for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.conf import settings

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.story import Story
from broadsheet.studio.models import Recording
from broadsheet.studio.reading import reading_of


def sound_of(
    report: ReportPage, story: Story, sections: Sequence[SectionPage], *, now: dt.datetime
) -> Recording | None:
    """The recording of this very text that has come, if there is one.

    Where there is none it is ordered, unless the report is older than the newsroom has read by
    itself. Recordings of an earlier text are wanted no more. Calling twice orders once.
    """
    reading = reading_of(report, story, sections)
    rows = list(Recording.objects.filter(report_id=report.pk))
    own = next((row for row in rows if reading and row.digest == reading.digest), None)
    for row in rows:
        if row.is_wanted != (row is own):
            row.is_wanted = row is own
            row.save(update_fields=["is_wanted"])
    if reading is None:
        return None
    if own is None and (rows or _is_recent(story.published_at, now)):
        own, _ = Recording.objects.get_or_create(
            report_id=report.pk,
            digest=reading.digest,
            defaults={"voice": reading.voice.name, "text": reading.text, "ordered_at": now},
        )
    if own and own.stamp and not own.folder.is_dir():
        own.lose(now=now)
    return own if own and own.stamp else None


def _is_recent(published_at: dt.datetime, now: dt.datetime) -> bool:
    return published_at > now - dt.timedelta(days=settings.CONFIG.sound.days)
