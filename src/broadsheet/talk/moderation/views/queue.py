from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.talk.moderation import queue as queues
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen


@for_moderators
def begin(_request: HttpRequest) -> HttpResponse:
    """The desk's menu leads here: to what waits."""
    return redirect("moderation_queue", "held")


@for_moderators
def queue(request: HttpRequest, name: str) -> HttpResponse:
    """`/desk/talk/held/`: a page of a queue, to be worked through by keyboard."""
    known = next((one for one in queues.NAMES if one == name), None)
    if known is None:
        raise Http404
    pages = Paginator(queues.waiting(known), queues.LENGTH)
    page = pages.get_page(request.GET.get("p"))
    viewer_id = request.user.pk or 0
    return screen(
        request,
        "queue",
        tab=known,
        title=gettext("Comments"),
        page=page,
        rows=queues.rows(list(page), viewer_id=viewer_id, now=timezone.now()),
        clauses=clauses(),
        nothing={
            "held": gettext("Nothing waits to be seen."),
            "reported": gettext("No reported comment waits."),
            "recent": gettext("Nobody has commented yet."),
        }[known],
    )
