from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.decide import (
    CannotDecide,
    Choice,
    ChoiceKind,
    DecidedMeanwhile,
    decide,
)
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.queue import rows
from broadsheet.talk.moderation.take_back import take_back
from broadsheet.talk.moderation.views.gate import for_moderators


@for_moderators
@require_POST
def decide_on(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Carry out what a moderator chose for one comment, and show what became of it."""
    moderator, posted, now = cast("Account", request.user), request.POST, timezone.now()
    kind = posted.get("kind", "")
    choice = Choice(
        kind=cast("ChoiceKind", kind),
        clause=_clause(posted.get("clause", "")),
        reason=posted.get("reason", "")[:1000] or _usual_reason(kind),
        pause_days=_number(posted.get("pause_days", "")),
    )
    saw = posted.get("saw", "")
    return _done(
        request,
        comment_id,
        lambda: decide(comment_id, choice, moderator=moderator, saw=saw, now=now),
    )


@for_moderators
@require_POST
def take_back_again(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Undo a decision of one's own while nobody was told of it."""
    moderator = cast("Account", request.user)
    decision = Decision.objects.filter(pk=decision_id).first()
    comment_id = (decision.comment_id if decision else None) or 0
    return _done(
        request,
        comment_id,
        lambda: take_back(decision_id, moderator=moderator, now=timezone.now()),
    )


def _done(request: HttpRequest, comment_id: int, work: Callable[[], Any]) -> HttpResponse:
    """The row anew where a script asked for it; else back to the page that it came from."""
    trouble, status = "", 200
    try:
        work()
    except CannotDecide as error:
        trouble = str(error)
        status = 409 if isinstance(error, DecidedMeanwhile) else 422
    if request.headers.get("X-Requested-With") == "moderation-queue":
        return _row(request, comment_id, trouble, status)
    if trouble:
        messages.error(request, trouble)
    else:
        messages.success(request, gettext("Done. The reader is told in a minute."))
    return redirect(_back(request))


def _row(request: HttpRequest, comment_id: int, trouble: str, status: int) -> HttpResponse:
    found = Comment.objects.select_related("report", "author", "parent__author")
    made = rows(
        list(found.filter(pk=comment_id)), viewer_id=request.user.pk or 0, now=timezone.now()
    )
    return render(
        request,
        "talk/desk/row.html",
        {
            "row": made[0] if made else None,
            "clauses": clauses(),
            "trouble": trouble,
            "is_answer": True,
        },
        status=status,
    )


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("back", "")
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else reverse("moderation_queue", args=["held"])


def _clause(number: str) -> str:
    """The clause as it reads now, by its number; "" where there is none such."""
    return next((one.label for one in clauses() if one.number == number), "")


def _usual_reason(kind: str) -> str:
    return gettext("It keeps to the standards policy.") if kind == "publish" else ""


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 0
