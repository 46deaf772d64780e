"""`/talk/notices/<token>/`: no more mail of a kind, by one click, signed in or not (RFC 8058)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from broadsheet.talk.notices.stop import go_on, is_stopped, recipient, stop
from broadsheet.talk.views.page import page


# A mail program posts here by itself, with no cookie: the signed address is what proves it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_notices(request: HttpRequest, token: str) -> HttpResponse:
    who = recipient(token)
    if who is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("again") == "1":
            go_on(who)
        else:
            stop(who, now=timezone.now())
    return page(
        request,
        "stop_notices",
        kind=who.kind.label,
        is_stopped=is_stopped(who.kind, who.reader_id, who.email),
    )
