from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation import queue as queues
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.lift import lift
from broadsheet.talk.moderation.models import Decision, Sanction
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen


@for_moderators
def reader(request: HttpRequest, reader_id: int) -> HttpResponse:
    """A reader's comments, and what was decided on them. Of the account itself only the name."""
    account = get_object_or_404(Account, pk=reader_id)
    now = timezone.now()
    pages = Paginator(queues.waiting("recent").filter(author=account), queues.LENGTH)
    page = pages.get_page(request.GET.get("p"))
    return screen(
        request,
        "reader",
        tab="",
        title=account.shown_name or gettext("A reader"),
        reader=account,
        comments=Comment.objects.filter(author=account).count(),
        sanctions=Sanction.objects.in_force(now=now).filter(reader=account),
        decisions=Decision.objects.filter(reader_id=account.pk)[:50],
        page=page,
        rows=queues.rows(list(page), viewer_id=request.user.pk or 0, now=now),
        clauses=clauses(),
    )


@for_moderators
@require_POST
def lift_sanction(request: HttpRequest, sanction_id: int) -> HttpResponse:
    """End a pause or a ban before its time."""
    sanction = get_object_or_404(Sanction, pk=sanction_id)
    moderator = cast("Account", request.user)
    try:
        lift(
            sanction_id,
            request.POST.get("reason", "")[:1000],
            moderator=moderator,
            now=timezone.now(),
        )
    except CannotDecide as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("It is lifted; the reader may write again."))
    return redirect("moderation_reader", sanction.reader_id)
