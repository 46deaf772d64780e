"""The photos of one report, for the photo desk: it puts them there, and changes no text.

Whoever may change any photo may do that, whatever section the report stands in and whoever has it.
"""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.auth import require_admin_access
from wagtail.permissions import policy_registry

from broadsheet.desk.models import Photo, ReportPage
from broadsheet.live.refused import Refused
from broadsheet.photodesk.photo_desk import hangs_photos
from broadsheet.photodesk.photos_form import PhotosForm
from broadsheet.photodesk.place_photos import place_photos
from broadsheet.photodesk.why_shut import why_shut


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
    why_not = why_shut(report)
    if not why_not and form.is_valid():
        try:
            place_photos(report, form.wanted, form.added, by=request.user, now=timezone.now())
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, gettext("The photos of “%s” are kept.") % shown.title)
            return redirect("photodesk_in_report", report.pk)
    return render(
        request,
        "photodesk/in_report.html",
        {
            "heading": gettext("Photos of the report"),
            "subtitle": shown.title,
            "form": form,
            "report": report,
            "shown": shown,
            "why_not": why_not,
        },
    )
