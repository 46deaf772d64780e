"""A report that is being printed → its sound, or an order for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.conf import settings

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.story import Story
from broadsheet.studio.heard_text import text_digest
from broadsheet.studio.models import Recording
from broadsheet.studio.reading import is_to_be_read, reading_of


def sound_of(
    report: ReportPage, story: Story, sections: Sequence[SectionPage], *, now: dt.datetime
) -> Recording | None:
    """The recording of this very text that has come, if there is one: a person's before a voice's.

    Where there is none it is ordered, unless the report is older than the newsroom has read by
    itself. Recordings of an earlier text are wanted no more. Calling twice orders once.
    """
    rows = list(
        Recording.objects.filter(report_id=report.pk).select_related("human_reading__author")
    )
    by_person = _by_person(rows, story) if is_to_be_read(report, sections) else None
    if by_person:
        _look_after(by_person, now)
    if by_person and by_person.stamp:
        _want(rows, {by_person.pk})
        return by_person
    own = _by_voice(report, story, sections, rows, now)
    _want(rows, {row.pk for row in (own, by_person) if row})
    if own:
        _look_after(own, now)
    return own if own and own.stamp else None


def _by_person(rows: Iterable[Recording], story: Story) -> Recording | None:
    """The latest of this text that may be heard: one that has come before one that is to come."""
    text = text_digest(story)
    own = [
        row
        for row in rows
        if row.human_reading
        and row.human_reading.is_cleared
        and row.human_reading.text_digest == text
    ]
    return max(own, key=lambda row: (bool(row.stamp), row.pk), default=None)


def _by_voice(
    report: ReportPage,
    story: Story,
    sections: Sequence[SectionPage],
    rows: Sequence[Recording],
    now: dt.datetime,
) -> Recording | None:
    reading = reading_of(report, story, sections)
    if reading is None:
        return None
    own = next((row for row in rows if row.digest == reading.digest), None)
    if own is None and (rows or _is_recent(story.published_at, now)):
        own, _ = Recording.objects.get_or_create(
            report_id=report.pk,
            digest=reading.digest,
            defaults={"voice": reading.voice.name, "text": reading.text, "ordered_at": now},
        )
    return own


def _want(rows: Iterable[Recording], wanted: set[int]) -> None:
    for row in rows:
        if row.is_wanted != (row.pk in wanted):
            row.is_wanted = row.pk in wanted
            row.save(update_fields=["is_wanted"])


def _look_after(recording: Recording, now: dt.datetime) -> None:
    """What has come may be gone from the shelf."""
    if recording.stamp and not recording.is_kept:
        recording.lose(now=now)


def _is_recent(published_at: dt.datetime, now: dt.datetime) -> bool:
    return published_at > now - dt.timedelta(days=settings.CONFIG.sound.days)
