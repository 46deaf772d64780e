"""Setting, moving and lifting the embargo of a report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.utils.timestamps import render_timestamp

from broadsheet.desk.embargo_form import EmbargoForm
from broadsheet.desk.models import Embargo, ReportPage
from broadsheet.desk.set_embargo import IsOut, bound_with, lift_embargo, set_embargo


def embargo(request: HttpRequest, report_id: int) -> HttpResponse:
    """Whoever may edit the report may hold it; only who may publish it may let it out sooner."""
    report = get_object_or_404(ReportPage, pk=report_id)
    now = timezone.now()
    bound = bound_with(report, now=now)
    rights = [one.permissions_for_user(request.user) for one in bound]
    if not all(one.can_edit() for one in rights):
        raise PermissionDenied
    may_publish = all(one.can_publish() for one in rights)
    if request.method == "POST" and not may_publish and any(one.page_locked() for one in rights):
        raise PermissionDenied
    in_force = Embargo.objects.over(report).in_force(now=now).first()
    form = EmbargoForm(request.POST or None, instance=in_force, may_publish=may_publish)
    if request.method == "POST" and "lift" in request.POST:
        if not may_publish:
            raise PermissionDenied
        return _lift(request, report)
    if request.method == "POST" and form.is_valid():
        return _set(request, report, form)
    context = {
        "report": report,
        "form": form,
        "in_force": in_force,
        "original": next((one for one in report.originals() if one.is_held(now=now)), None),
        "others": [one for one in bound if one.pk != report.pk],
        "is_out": any(one.live for one in bound),
        "is_approved": report.approved_schedule,
        "may_publish": may_publish,
    }
    return render(request, "desk/embargo.html", context)


def _set(request: HttpRequest, report: ReportPage, form: EmbargoForm) -> HttpResponse:
    until = form.cleaned_data["until"]
    try:
        set_embargo(
            report,
            until=until,
            terms=form.cleaned_data["terms"],
            by=request.user,
            now=timezone.now(),
        )
    except IsOut:
        messages.error(request, gettext("It came out just now: no embargo can hold it back."))
        return redirect("desk_embargo", report.pk)
    messages.success(
        request,
        gettext("It is held until %(until)s.") % {"until": render_timestamp(until)},
    )
    return redirect("wagtailadmin_pages:edit", report.pk)


def _lift(request: HttpRequest, report: ReportPage) -> HttpResponse:
    try:
        out = lift_embargo(report, by=request.user, now=timezone.now())
    except ValidationError as error:
        messages.error(request, _why_not(error))
        return redirect("desk_embargo", report.pk)
    if out:
        names = ", ".join(f"“{one.title}”" for one in out)
        messages.success(
            request, gettext("The embargo is lifted; out now: %(names)s") % {"names": names}
        )
    else:
        messages.success(
            request, gettext("The embargo is lifted; the report can be published now.")
        )
    return redirect("wagtailadmin_pages:edit", report.pk)


def _why_not(error: ValidationError) -> Any:
    return gettext("The embargo stands, for a report under it cannot go out: %(why)s") % {
        "why": " ".join(str(message) for message in error.messages)
    }
