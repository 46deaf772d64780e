from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.moderation import claim as claims_of_rights
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.models import Claim, Decision
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen

_WITHOUT_CLAUSE = {
    "block": claims_of_rights.block,
    "refuse": claims_of_rights.refuse,
    "restore": claims_of_rights.restore,
}


@for_moderators
def claims(request: HttpRequest) -> HttpResponse:
    """Claims that wait: the new ones, then the blocked by the end of their thirty days."""
    told = Claim.objects.select_related("comment__report")
    settled = told.exclude(pk__in=Claim.objects.open().values("pk")).order_by("-decided_at")
    return screen(
        request,
        "claims",
        tab="claims",
        title=gettext("Claims of rights"),
        received=told.filter(state=Claim.State.RECEIVED),
        blocked=told.filter(state=Claim.State.BLOCKED).order_by("blocked_until"),
        page=Paginator(settled, 25).get_page(request.GET.get("p")),
    )


@for_moderators
def claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """One claim, both sides of it, and the form for what comes next."""
    found = Claim.objects.select_related("comment__report", "comment__author")
    given, trouble = get_object_or_404(found, pk=claim_id), ""
    if request.method == "POST":
        trouble = _act(request, claim_id)
        if not trouble:
            messages.success(request, gettext("Done. Those concerned are told."))
            return redirect("moderation_claims")
        given.refresh_from_db()
    return screen(
        request,
        "claim",
        tab="claims",
        title=gettext("A claim of rights"),
        claim=given,
        clauses=clauses(),
        decisions=Decision.objects.filter(comment_id=given.comment_id),
        trouble=trouble,
        written=request.POST.get("reason", ""),
        status=422 if trouble else 200,
    )


def _act(request: HttpRequest, claim_id: int) -> str:
    """Do what was chosen. Gives what is wrong with it, "" where nothing is."""
    moderator, now = cast("Account", request.user), timezone.now()
    step, reason = request.POST.get("step", ""), request.POST.get("reason", "")[:1000]
    try:
        if step in _WITHOUT_CLAUSE:
            _WITHOUT_CLAUSE[step](claim_id, reason, moderator=moderator, now=now)
        elif step == "remove":
            number = request.POST.get("clause", "")
            clause = next((one.label for one in clauses() if one.number == number), "")
            claims_of_rights.remove(claim_id, clause, reason, moderator=moderator, now=now)
        else:
            return gettext("Nothing is chosen; say what is to happen.")
    except CannotDecide as error:
        return str(error)
    return ""
