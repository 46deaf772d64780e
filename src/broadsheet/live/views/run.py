"""`/desk/live/<report>/run/`: starting a live report, saying who writes, its wrap, going on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.desk.models import LiveReport
from broadsheet.live.forms import WrapForm, WritersForm
from broadsheet.live.run import let_write, reopen, start, wrap
from broadsheet.live.views.gate import report_to_run


def run(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_to_run(request, report_id)
    live = report.live_run
    forms: dict[str, Any] = {}
    if request.method == "POST":
        forms = _do(request, report, live)
        if not any(form.errors for form in forms.values()):
            return redirect("live_run", report.pk)
    return render(
        request,
        "live/run.html",
        {
            "report": report,
            "live": live,
            "writers_form": forms.get("writers") or WritersForm(instance=live),
            "wrap_form": forms.get("wrap") or WrapForm(instance=live),
        },
        status=422 if forms else 200,
    )


def _do(request: HttpRequest, report: Any, live: LiveReport | None) -> dict[str, Any]:
    """Do what was asked; gives the form that it was asked by."""
    what, now = request.POST.get("do", ""), timezone.now()
    if what == "start":
        start(report, by=request.user, now=now)
        messages.success(request, gettext("It runs. Whoever may write finds it under “Live”."))
        return {}
    if live is None:
        raise PermissionDenied
    match what:
        case "writers":
            writers_form = WritersForm(request.POST, instance=live)
            if writers_form.is_valid():
                let_write(live, writers_form.cleaned_data["writers"])
                messages.success(request, gettext("They may write."))
            return {"writers": writers_form}
        case "wrap":
            wrap_form = WrapForm(request.POST, instance=live)
            if wrap_form.is_valid():
                text = wrap_form.cleaned_data["wrap"]
                wrap(LiveReport.objects.get(pk=live.pk), text, by=request.user, now=now)
                messages.success(request, gettext("It has ended; its wrap stands on top."))
            return {"wrap": wrap_form}
        case "reopen" if not live.is_running:
            reopen(live, by=request.user, now=now)
            messages.success(request, gettext("It runs on."))
            return {}
        case _:
            raise PermissionDenied
