from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.desk.models import ReportPage
from broadsheet.studio.order_again import order_again
from broadsheet.studio.standings_of import standings_of


def state(request: HttpRequest, report_id: int) -> HttpResponse:
    """How far the sound of a report is, as a piece of HTML for its form."""
    report = editable_report(request, report_id)
    recording = report.recordings.wanted().filter(human_reading__isnull=True).first()
    standings = standings_of(report)
    may_order = report.live and report.permissions_for_user(request.user).can_publish()
    return render(
        request,
        "studio/recording_state.html",
        {
            "report": report,
            "recording": recording,
            "standings": standings,
            "is_moving": any(one.is_moving for one in standings)
            or (recording is not None and recording.state in {"waiting", "voicing"}),
            "is_by_person": any(one.is_on_page for one in standings),
            "again_url": reverse("studio_again", args=[report.pk]) if may_order else "",
        },
    )


def again(request: HttpRequest, report_id: int) -> HttpResponse:
    """Ask before the report is voiced again, and order it."""
    report = editable_report(request, report_id)
    if not (report.live and report.permissions_for_user(request.user).can_publish()):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "studio/again.html", {"report": report})
    if order_again(report, now=timezone.now()):
        messages.success(request, gettext("It is voiced again; its form shows how far it is."))
    else:
        messages.error(
            request,
            gettext("It cannot be read: it is set not to be, or there is no voice for it."),
        )
    return redirect("wagtailadmin_pages:edit", report.pk)


def editable_report(request: HttpRequest, report_id: int) -> Any:
    """The report, for whoever may edit it. Raises PermissionDenied."""
    report = get_object_or_404(ReportPage, pk=report_id)
    if not report.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return report
