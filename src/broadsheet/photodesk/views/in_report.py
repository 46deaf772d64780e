"""The photos of one report, for the photo desk: it puts them there, and changes no text.

Whoever may change any photo may do that, whatever section the report stands in and whoever has it.
"""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from wagtail.admin.auth import require_admin_access
from wagtail.locks import BasicLock, ScheduledForPublishLock
from wagtail.permissions import policy_registry

from broadsheet.desk.models import Photo, ReportPage
from broadsheet.photodesk.photo_desk import hangs_photos
from broadsheet.photodesk.photos_form import PhotosForm
from broadsheet.photodesk.place_photos import place_photos


@require_admin_access
def photos_in_report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show its places (GET), or hang what was chosen there (POST)."""
    if not hangs_photos(request.user):
        raise PermissionDenied
    report = get_object_or_404(ReportPage, pk=report_id)
    shown = report.get_latest_revision_as_object() if report.latest_revision else report
    policy = policy_registry.get_by_type(Photo)
    chosen = policy.instances_user_has_permission_for(request.user, "choose")
    form = PhotosForm(shown, chosen, request.POST or None)
    why_not = _why_not(report)
    if not why_not and form.is_valid():
        try:
            place_photos(report, form.wanted, form.added, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, gettext("The photos of “%s” are kept.") % shown.title)
            return redirect("photodesk_in_report", report.pk)
    return render(
        request,
        "photodesk/in_report.html",
        {"form": form, "report": report, "shown": shown, "why_not": why_not},
    )


def _why_not(report: ReportPage) -> str:
    """Why it cannot be changed now, "" where it can: a step of the chain stops no photo."""
    lock = report.get_lock()
    if isinstance(lock, BasicLock):
        return gettext("The report is locked; have it unlocked first.")
    if isinstance(lock, ScheduledForPublishLock):
        return gettext("The report is set to go out as it is; have that taken back first.")
    return ""
