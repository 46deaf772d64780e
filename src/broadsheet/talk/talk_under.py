from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from broadsheet.desk.models import ReportPage
from broadsheet.readers.signed_in import sign_in_path
from broadsheet.readers.ways import way_names
from broadsheet.story import Story, Talk
from broadsheet.talk.models import Complaint, Thread
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.reading.places import thread_path, writing_path


def talk_under(report: ReportPage, *, now: dt.datetime) -> Talk | None:
    """What the page of a report says of its comments; None where it has none and takes none."""
    mode = mode_of(report, now)
    is_open = mode.kind != "closed"
    has_thread = Thread.objects.filter(pk=report.pk).exists()
    if not is_open and not has_thread:
        return None
    return Talk(
        thread_path=thread_path(report.pk),
        writing_path=writing_path(report.pk),
        sign_in_path=sign_in_path(f"{report.path_on_site}#comments"),
        longest=settings.CONFIG.talk.longest,
        ways=way_names(settings.CONFIG),
        reasons=tuple((value, str(label)) for value, label in Complaint.Reason.choices),
        is_open=is_open,
        closes_at=mode.closes_at if is_open else None,
        has_thread=has_thread,
    )


def with_talk(report: ReportPage, story: Story) -> Story:
    """The story with its comments as they are now, for the proof of a report."""
    return replace(story, talk=talk_under(report, now=timezone.now()))
