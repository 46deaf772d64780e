"""The comments under a report, as readers see them, beside the report's own page."""

from __future__ import annotations

from broadsheet.desk.models import ReportPage
from broadsheet.press.recipes.made import Made, Round, file_at
from broadsheet.talk.models import Thread
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.reading.print_thread import print_thread
from broadsheet.talk.reading.standing_type import StandingType
from broadsheet.talk.reading.whole_thread import whole_thread

_standing = StandingType()


def make(key: str, now: Round) -> Made | None:
    """`thread:12` → the pages of the thread under report 12, while the report is published."""
    report = ReportPage.objects.live().filter(pk=int(key.partition(":")[2])).first()
    if report is None or not Thread.objects.filter(pk=report.pk).exists():
        return None
    mode = mode_of(report, now.at)
    printed = print_thread(
        report,
        whole_thread(report),
        now.newspaper,
        can_write=mode.kind != "closed",
        closes_at=mode.closes_at,
        standing=_standing,
    )
    files = {file_at(path): data for path, data in printed.items()}
    return Made(files, frozenset({f"report:{report.pk}"}))
