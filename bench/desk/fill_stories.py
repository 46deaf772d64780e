"""An empty newsroom → a day's stories, at every step from the pitch to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from bench.prose import prose
from broadsheet.desk.intake import Filing, take_in
from broadsheet.desk.models import Assignment, ReportPage, SectionPage
from broadsheet.readers.models import Account


def fill_stories(*, stories: int, progress: Callable[[str], None]) -> int:
    """Of five stories one is a pitch, one assigned, one being written, one handed in, one out."""
    now = timezone.now()
    each = stories // 5
    filings = [Filing(prose(number), Path("prose.txt")) for number in range(3 * each)]
    taken = [one.report.pk for one in take_in(filings, now=now, zone=dt.UTC)]
    reports = list(ReportPage.objects.filter(pk__in=taken))
    editor = Account.objects.get(username="editor")
    section = SectionPage.objects.at_the_top()[0]
    for number, report in enumerate(reports):
        Assignment.objects.create(
            section=section,
            who=editor,
            slug_line=f"story {number}",
            report=report,
            due_at=now,
            words_asked=500,
            made_at=now,
        )
        if number % 3 == 1:
            report.get_workflow().start(report, editor)
        elif number % 3 == 2:
            report.get_latest_revision().publish()
            ReportPage.objects.filter(pk=report.pk).update(first_published_at=now)
        progress(f"{number + 1} reports in work")
    for number in range(2 * each):
        Assignment.objects.create(
            section=section,
            who=editor if number % 2 else None,
            slug_line=f"idea {number}",
            what="Ask the harbour master.",
            due_at=now,
            made_at=now,
        )
    return stories
