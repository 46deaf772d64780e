"""`/desk/live/<report>/entries/<entry>/`: changing an entry, pinning it, taking it down."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.desk.models import LiveEntry
from broadsheet.live import change
from broadsheet.live.forms import ChangeForm, TakeDownForm
from broadsheet.live.refused import Refused
from broadsheet.live.views.gate import entry_to_change


def edit(request: HttpRequest, report_id: int, pk: int) -> HttpResponse:
    entry = entry_to_change(request, report_id, pk)
    stands = LiveEntry.objects.get(pk=pk)
    form = ChangeForm(request.POST or None, instance=entry)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        _done(
            request,
            gettext("It is changed, and says so."),
            lambda: change.change(
                stands,
                headline=told["headline"],
                text=told["text"],
                photo=None if told.get("without_photo") else stands.photo,
                correction=told["correction"].strip(),
                now=timezone.now(),
            ),
        )
        return redirect("live_write", report_id)
    return _form(request, form, stands, gettext("Change an entry"), gettext("Change it"))


def take_down(request: HttpRequest, report_id: int, pk: int) -> HttpResponse:
    entry = entry_to_change(request, report_id, pk)
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"].strip()
        _done(
            request,
            gettext("It is off the readers’ pages."),
            lambda: change.take_down(entry, reason=reason, now=timezone.now()),
        )
        return redirect("live_write", report_id)
    return _form(request, form, entry, gettext("Take an entry down"), gettext("Take it down"))


@require_POST
def pin(request: HttpRequest, report_id: int, pk: int) -> HttpResponse:
    entry = entry_to_change(request, report_id, pk)
    is_key = request.POST.get("key") == "1"
    said = gettext("It is a key moment.") if is_key else gettext("It is no key moment any more.")
    _done(request, said, lambda: change.pin(entry, is_key=is_key, now=timezone.now()))
    return redirect("live_write", report_id)


def _done(request: HttpRequest, said: str, act: Any) -> None:
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)


def _form(
    request: HttpRequest, form: Any, entry: LiveEntry, title: str, button: str
) -> HttpResponse:
    return render(
        request,
        "live/entry.html",
        {
            "form": form,
            "entry": entry,
            "report": entry.live.report,
            "title": title,
            "button": button,
        },
        status=422 if form.errors else 200,
    )
