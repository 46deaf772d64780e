from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.moderation.appeal import answer, may_answer
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.models import Appeal
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen


@for_moderators
def appeals(request: HttpRequest) -> HttpResponse:
    """Appeals that wait for an answer, the oldest first; then those that were answered."""
    told = Appeal.objects.select_related("decision", "comment__report", "reader", "answered_by")
    answered = told.filter(answered_at__isnull=False).order_by("-answered_at")
    return screen(
        request,
        "appeals",
        tab="appeals",
        title=gettext("Appeals"),
        open=told.open(),
        page=Paginator(answered, 25).get_page(request.GET.get("p")),
    )


@for_moderators
def appeal(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """One appeal: what was written, what was decided, and the form for the answer."""
    found = Appeal.objects.select_related(
        "decision", "comment__report", "comment__author", "reader", "answered_by"
    )
    given = get_object_or_404(found, pk=appeal_id)
    moderator, trouble = cast("Account", request.user), ""
    posted = request.POST
    if request.method == "POST":
        try:
            answer(
                appeal_id,
                posted.get("outcome", ""),
                posted.get("answer", "")[:2000],
                moderator=moderator,
                now=timezone.now(),
            )
        except CannotDecide as error:
            trouble = str(error)
            given.refresh_from_db()
        else:
            messages.success(request, gettext("It is answered; the reader is told."))
            return redirect("moderation_appeals")
    return screen(
        request,
        "appeal",
        tab="appeals",
        title=gettext("An appeal"),
        appeal=given,
        may_answer=may_answer(given, moderator),
        trouble=trouble,
        written=posted.get("answer", ""),
        status=422 if trouble else 200,
    )
