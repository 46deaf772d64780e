"""`/desk/live/`: the live reports on which somebody may work."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from broadsheet.desk.makes_the_paper import makes_the_paper
from broadsheet.desk.models import LiveReport

MOST_ENDED = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    reports = LiveReport.objects.select_related("report").prefetch_related("writers")
    ended = reports.filter(ended_at__isnull=False).order_by("-ended_at")[:MOST_ENDED]
    rows = [
        (live, live.may_be_run_by(request.user))
        for live in (*reports.filter(ended_at=None), *ended)
        if live.may_be_written_by(request.user)
    ]
    if not rows and not makes_the_paper(request.user):
        raise PermissionDenied
    return render(request, "live/index.html", {"rows": rows})
