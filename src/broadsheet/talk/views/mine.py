"""`/talk/<report>/mine.json`: what a reader who acts under a report has to know."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from broadsheet.readers.models import Account
from broadsheet.readers.ways import has_email, has_passkeys, providers
from broadsheet.talk.models import Comment, Recommendation
from broadsheet.talk.permission import must_be_allowed_to_write
from broadsheet.talk.refused import Refused
from broadsheet.talk.report_under_talk import report_under_talk
from broadsheet.talk.views.as_seen import as_seen
from broadsheet.talk.views.door import reader_of, told

MOST_OWN = 100


@require_safe
def mine(request: HttpRequest, report_id: int) -> HttpResponse:
    try:
        report = report_under_talk(report_id)
    except Refused as refused:
        return told({"error": refused.sentence}, status=refused.status)
    now = timezone.now()
    account = request.user
    answer: dict[str, Any] = {
        "signed_in": isinstance(account, Account),
        "csrf_token": get_token(request),
        "why_not": "",
        "own": [],
        "recommended": [],
    }
    if not isinstance(account, Account):
        answer["ways"] = _ways()
        return told(answer)
    answer["name"] = account.shown_name
    if not account.shown_name:
        answer["name_page"] = reverse("reader:name")
    try:
        must_be_allowed_to_write(report, reader_of(request), now=now)
    except Refused as refused:
        answer["why_not"] = refused.sentence
    own = Comment.objects.on(report_id).filter(author_id=account.pk)
    shown = own.filter(state__in=[Comment.State.PUBLISHED, Comment.State.HELD])
    answer["own"] = [
        as_seen(comment, account, report, now=now) for comment in shown.reverse()[:MOST_OWN]
    ]
    given = Recommendation.objects.filter(reader=account, comment__report_id=report_id)
    answer["recommended"] = list(given.values_list("comment_id", flat=True))
    return told(answer)


def _ways() -> list[str]:
    """The names of the ways to sign in, as they are shown to somebody who is not."""
    names = [one.name for one in providers(settings.CONFIG)]
    names += [gettext("E-mail")] if has_email(settings.CONFIG) else []
    return names + ([gettext("Passkey")] if has_passkeys(settings.CONFIG) else [])
