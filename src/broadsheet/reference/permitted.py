"""A report for somebody at the desk, or no for an answer."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from broadsheet.desk.models import ReportPage


def report_to_edit(request: HttpRequest, report_id: int) -> Any:
    """Raises Http404 and PermissionDenied."""
    report = get_object_or_404(ReportPage, pk=report_id)
    if not report.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return report


def may_pin(request: HttpRequest, report: Any) -> bool:
    """A pin changes the page as it is published."""
    return bool(report.live and report.permissions_for_user(request.user).can_publish())
