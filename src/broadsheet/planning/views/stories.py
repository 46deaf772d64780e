from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.desk.models import SectionPage
from broadsheet.photodesk.photo_desk import hangs_photos
from broadsheet.planning.labels import labels
from broadsheet.planning.lines import Lines
from broadsheet.planning.people import people
from broadsheet.planning.print_lines import print_lines
from broadsheet.planning.stage import Stage
from broadsheet.planning.story_list import ORDERS, Wanted, story_list
from broadsheet.planning.views.gate import for_the_newsroom


@for_the_newsroom
def stories(request: HttpRequest) -> HttpResponse:
    """`/desk/stories/`: everything in work for today or for this week."""
    now = timezone.now()
    wanted = _wanted(request, now)
    lines = Lines(hangs_photos=hangs_photos(request.user))
    return render(
        request,
        "planning/stories.html",
        {
            "page_title": gettext("Stories"),
            "header_icon": "calendar-alt",
            "rows": print_lines(lines.of(story_list(request.user, wanted, now=now))),
            "labels": labels(),
            "wanted": wanted,
            "period": _period(request),
            "sections": SectionPage.objects.order_by("path").values_list("pk", "title", "depth"),
            "people": people(),
            "stages": Stage.choices,
            "orders": {
                "due": gettext("when it is due"),
                "section": gettext("section"),
                "who": gettext("who"),
                "stage": gettext("how far it is"),
            },
        },
    )


def _wanted(request: HttpRequest, now: dt.datetime) -> Wanted:
    """What the address asks for; what makes no sense in it asks for nothing."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    is_week = _period(request) == "week"
    starts_at = today - dt.timedelta(days=today.weekday()) if is_week else today
    stage, order = request.GET.get("stage", ""), request.GET.get("order", "")
    return Wanted(
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(days=7 if is_week else 1),
        section_id=_number(request.GET.get("section", "")),
        who_id=_number(request.GET.get("who", "")),
        stage=stage if stage in Stage.values else "",
        order=order if order in ORDERS else "due",
    )


def _period(request: HttpRequest) -> str:
    return "week" if request.GET.get("period") == "week" else "today"


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 18 else None
