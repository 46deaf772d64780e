"""Handing in a reading by a person, listening to it, clearing it and taking it away."""

from __future__ import annotations

import io
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.studio.listen_through import is_followed
from broadsheet.studio.models import HumanReading
from broadsheet.studio.reading_form import MOST_BYTES, MOST_MEGABYTES, ReadingForm
from broadsheet.studio.standings_of import standings_of
from broadsheet.studio.take_reading import clear_reading, remove_reading, take_reading
from broadsheet.studio.views.recordings import editable_report


def reading(request: HttpRequest, report_id: int) -> HttpResponse:
    """The readings of a report by people, and the form for another one."""
    report = editable_report(request, report_id)
    may_publish = report.permissions_for_user(request.user).can_publish()
    form = ReadingForm()
    if request.method == "POST":
        if report.permissions_for_user(request.user).page_locked():
            raise PermissionDenied
        if "do" in request.POST:
            _do(request, report, may_publish=may_publish)
            return redirect("studio_reading", report.pk)
        form = ReadingForm(request.POST, request.FILES)
        if form.is_valid():
            take_reading(
                report,
                form.cleaned_data["file"],
                author=form.cleaned_data["author"],
                name=form.cleaned_data["name"].strip(),
                uploaded_by=request.user,
                is_cleared=may_publish,
                now=timezone.now(),
            )
            messages.success(request, gettext("The recording has come; the booth listens to it."))
            return redirect("studio_reading", report.pk)
    standings = standings_of(report)
    return render(
        request,
        "studio/reading.html",
        {
            "report": report,
            "form": form,
            "standings": standings,
            "is_moving": any(one.is_moving for one in standings),
            "may_publish": may_publish,
            "is_followed": is_followed(report.language),
            "most_bytes": MOST_BYTES,
            "most_megabytes": MOST_MEGABYTES,
        },
    )


def original(request: HttpRequest, report_id: int, pk: int) -> FileResponse:
    """The recording as it was handed in."""
    found = _reading(editable_report(request, report_id), pk)
    return FileResponse(found.file.open("rb"), as_attachment=True)


def sound(request: HttpRequest, report_id: int, pk: int) -> FileResponse:
    """The recording as readers hear it or will."""
    found = _reading(editable_report(request, report_id), pk)
    recording = get_object_or_404(_recordings(found), stamp__gt="")
    return FileResponse(io.BytesIO(recording.read(".mp3")), content_type="audio/mpeg")


def _recordings(found: HumanReading) -> Any:
    return found.report.recordings.filter(human_reading=found)


def _do(request: HttpRequest, report: Any, *, may_publish: bool) -> None:
    found = _reading(report, request.POST.get("reading", ""))
    match request.POST["do"]:
        case "remove":
            remove_reading(found)
            messages.success(request, gettext("The recording is gone."))
        case "clear" if may_publish:
            clear_reading(found, now=timezone.now())
            messages.success(request, gettext("Readers hear it as soon as it is ready."))
        case "again":
            for recording in _recordings(found).filter(state="failed"):
                recording.voice_again(now=timezone.now())
        case _:
            raise PermissionDenied


def _reading(report: Any, pk: int | str) -> HumanReading:
    if not str(pk).isdecimal():
        raise PermissionDenied
    found: HumanReading = get_object_or_404(report.human_readings, pk=pk)
    return found
