"""Who may come in with a write, and how it is answered: a form by a page, a script by JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.desk.middleware import as_paper
from broadsheet.readers.models import Account
from broadsheet.talk.refused import Refused
from broadsheet.talk.views.page import page


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a write: `says` for a script, `then` the address at which a form goes on."""

    then: str
    says: dict[str, Any] = field(default_factory=dict)


def writing(view: Callable[..., Done]) -> Callable[..., HttpResponse]:
    """A view that is asked by POST, from our own pages, by a reader who is signed in.

    `view` is given the request and the reader. Django itself checks the CSRF token, and Origin or
    Referer with it; browsers that say by Sec-Fetch-Site who asks are believed beside that.
    """

    @require_POST
    @wraps(view)
    def handle(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
                raise Refused(gettext("That did not come from a page of this paper."), status=403)
            done = view(request, reader_of(request), **named)
        except Refused as refused:
            return _refusal(request, refused)
        if wants_json(request):
            return told(done.says)
        return as_paper(HttpResponse(status=303, headers={"Location": done.then}))

    return handle


def reader_of(request: HttpRequest) -> Account:
    """Whoever is signed in and has a name. Raises Refused."""
    account = get_user(request)  # and not its stand-in, which is slow to ask
    if not isinstance(account, Account):
        raise Refused(gettext("To write comments, please log in."), status=401)
    if not account.shown_name:
        raise Refused(
            gettext("Please choose the name that stands beside your comments."), status=403
        )
    return account


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def told(what: dict[str, Any], *, status: int = 200) -> JsonResponse:
    """JSON for one reader, which nobody keeps."""
    return JsonResponse(what, status=status, headers={"Cache-Control": "no-store"})


def _refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    if wants_json(request):
        answer: HttpResponse = told({"error": refused.sentence}, status=refused.status)
    else:
        # What was typed is not lost: it stands in the form again.
        answer = page(
            request,
            "refused",
            status=refused.status,
            sentence=refused.sentence,
            typed=request.POST.get("text", ""),
            fields=[
                (name, request.POST[name]) for name in ("key", "parent") if name in request.POST
            ],
        )
    if refused.wait_seconds:
        answer["Retry-After"] = str(refused.wait_seconds)
    return answer
