"""Time that passes for one report: the process's own clock is nobody's to move."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from wagtail.models import Page

from broadsheet.desk.models import ReportPage


def schedule(report: Page, at: dt.datetime, **by: object) -> Page:
    """Approve the page as it is, to go out then."""
    report.go_live_at = at
    report.save_revision().publish(**by)
    return ReportPage.objects.filter(pk=report.pk).first() or Page.objects.get(pk=report.pk)


def scheduled(report: Page, *, minutes: float = 10, **by: object) -> Page:
    return schedule(report, timezone.now() + dt.timedelta(minutes=minutes), **by)


def let_pass(report: Page, *, minutes: float) -> dt.datetime:
    """Bring what it is set for nearer. Gives the minute that it is set for now."""
    revision = report.scheduled_revision
    at = revision.approved_go_live_at - dt.timedelta(minutes=minutes)
    revision.content["go_live_at"] = at.isoformat()
    revision.approved_go_live_at = at
    revision.save(update_fields=["content", "approved_go_live_at"])
    return at


def spoil(report: Page) -> str:
    """Make what is set for publication unfit for it. Gives what it was."""
    return _say_language(report, "none")


def mend(report: Page, whole: str) -> None:
    _say_language(report, whole)


def _say_language(report: Page, language: str) -> str:
    revision = report.scheduled_revision
    before: str = revision.content["language"]
    revision.content["language"] = language
    revision.save(update_fields=["content"])
    return before
