from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.lexicon.plain_text import plain_text
from broadsheet.reference.meanings_of import anchor_of
from broadsheet.reference.models import Pin
from broadsheet.reference.permitted import may_pin, report_to_edit


@require_POST
def pin(request: HttpRequest, report_id: int) -> HttpResponse:
    """Let the chosen meaning stand first in this report."""
    report = report_to_edit(request, report_id)
    if not may_pin(request, report):
        raise PermissionDenied
    asked = {name: request.POST.get(name, "") for name in ("base", "part", "source", "gloss")}
    if not (asked["base"] and asked["gloss"]):
        messages.error(request, gettext("No meaning was chosen; choose one and pin it."))
        return redirect("reference_words", report.pk)
    Pin.objects.update_or_create(
        report_id=report.pk,
        base=plain_text(asked["base"], longest=120),
        part=asked["part"][:12],
        defaults={
            "source": asked["source"][:40],
            "gloss": plain_text(asked["gloss"]),
            "pinned_by_id": request.user.pk,
            "pinned_at": timezone.now(),
        },
    )
    said = gettext("“%(word)s” is pinned; its page shows it in a moment.")
    messages.success(request, said % {"word": asked["base"]})
    return _back_to(report.pk, asked["part"], asked["base"])


@require_POST
def unpin(request: HttpRequest, report_id: int) -> HttpResponse:
    """Leave the order of a word's meanings to itself again."""
    report = report_to_edit(request, report_id)
    if not may_pin(request, report):
        raise PermissionDenied
    base, part = request.POST.get("base", ""), request.POST.get("part", "")
    for one in report.pins.filter(base=base, part=part):
        one.delete()
    messages.success(request, gettext("“%(word)s” is not pinned any more.") % {"word": base})
    return _back_to(report.pk, part, base)


def _back_to(report_id: int, part: str, base: str) -> HttpResponse:
    return redirect(f"{reverse('reference_words', args=[report_id])}#{anchor_of(part, base)}")
