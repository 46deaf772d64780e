"""Who may come in to a live report. Wagtail has asked everybody to sign in."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from broadsheet.desk.models import LiveEntry, LiveReport, ReportPage


def report_to_run(request: HttpRequest, report_id: int) -> ReportPage:
    """A report, for whoever may publish it."""
    report: ReportPage = get_object_or_404(ReportPage, pk=report_id)
    if not report.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return report


def live_to_write(request: HttpRequest, report_id: int) -> LiveReport:
    """A live report, for whoever may add entries."""
    live = get_object_or_404(LiveReport.objects.select_related("report"), pk=report_id)
    if not live.may_be_written_by(request.user):
        raise PermissionDenied
    return live


def entry_to_change(request: HttpRequest, report_id: int, pk: int) -> LiveEntry:
    """An entry, for its writer and for whoever runs the report."""
    entries = LiveEntry.objects.select_related("live__report", "photo", "author")
    entry = get_object_or_404(entries, pk=pk, live=report_id)
    if not entry.may_be_changed_by(request.user):
        raise PermissionDenied
    return entry
