"""`/desk/live/<report>/`: where entries are written, from a phone for the most part."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.desk.models import LiveEntry, LiveReport
from broadsheet.live.forms import EntryForm
from broadsheet.live.post import post
from broadsheet.live.refused import Refused
from broadsheet.live.views.gate import live_to_write

MOST_SHOWN = 100


def write(request: HttpRequest, report_id: int) -> HttpResponse:
    """The box for a new entry, and those that stand; a script is answered with JSON."""
    live = live_to_write(request, report_id)
    form = EntryForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        entry = _posted(form, live, request)
        if entry and _wants_json(request):
            return JsonResponse({"html": _row(entry, request)})
        if entry:
            messages.success(request, gettext("It is posted; readers have it in a moment."))
            return redirect("live_write", live.pk)
        status = 422
        if _wants_json(request):
            return JsonResponse({"errors": _sentences(form)}, status=status)
    entries = live.entries.newest_first().whole().select_related("live__report")[:MOST_SHOWN]
    return render(
        request,
        "live/write.html",
        {
            "live": live,
            "report": live.report,
            "form": form,
            "rows": [(entry, entry.may_be_changed_by(request.user)) for entry in entries],
            "may_run": live.may_be_run_by(request.user),
        },
        status=status,
    )


def _posted(form: EntryForm, live: LiveReport, request: HttpRequest) -> LiveEntry | None:
    if not form.is_valid():
        return None
    try:
        return post(form.draft(), live, request.user, now=timezone.now())
    except Refused as refused:
        form.add_error(None, str(refused))
        return None


def _row(entry: LiveEntry, request: HttpRequest) -> str:
    context = {"entry": entry, "report": entry.live.report, "may_change": True}
    return render_to_string("live/row.html", context, request)


def _sentences(form: Any) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"
