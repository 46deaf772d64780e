"""`/talk/<report>/`: the place to write without scripts, and where both kinds of posts arrive."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from broadsheet.desk.models import ReportPage
from broadsheet.desk.views.letters import network_of
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Thread
from broadsheet.talk.permission import must_be_allowed_to_write
from broadsheet.talk.post import Draft, post
from broadsheet.talk.reading.places import thread_path, writing_path
from broadsheet.talk.refused import Refused
from broadsheet.talk.report_under_talk import report_under_talk
from broadsheet.talk.views.as_seen import as_seen
from broadsheet.talk.views.door import Done, reader_of, writing
from broadsheet.talk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def under_report(request: HttpRequest, report_id: int) -> HttpResponse:
    if request.method == "POST":
        return _post(request, report_id=report_id)
    try:
        report = report_under_talk(report_id)
    except Refused as refused:
        raise Http404(refused.sentence) from None
    posted = Comment.objects.on(report_id).filter(pk=_number(request.GET.get("posted", "")))
    has_thread = Thread.objects.filter(pk=report_id).exists()
    return page(
        request,
        "write",
        report=report,
        report_path=report.path_on_site,
        thread_path=thread_path(report_id) if has_thread else "",
        why_not=_why_not(request, report),
        posted=posted.filter(author_id=request.user.pk or 0).first(),
        key=uuid.uuid4(),
    )


@writing
def _post(request: HttpRequest, reader: Account, *, report_id: int) -> Done:
    report = report_under_talk(report_id)
    draft = Draft(
        key=_key(request.POST.get("key", "")),
        typed=request.POST.get("text", ""),
        network=network_of(request.META["REMOTE_ADDR"]),
        parent=_number(request.POST.get("parent", "")) or None,
    )
    comment = post(draft, report, reader, now=timezone.now())
    then = f"{writing_path(report_id)}?{urlencode({'posted': comment.pk})}"
    return Done(then, as_seen(comment, reader, report, now=timezone.now()))


def _why_not(request: HttpRequest, report: ReportPage) -> str:
    """Why whoever asks may not write here; nothing for those who may or are not signed in."""
    if not request.user.is_authenticated:
        return ""
    try:
        must_be_allowed_to_write(report, reader_of(request), now=timezone.now())
    except Refused as refused:
        return refused.sentence
    return ""


def _number(typed: str) -> int:
    """A whole number as it stands in a form; 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else 0


def _key(typed: str) -> uuid.UUID:
    """The browser's name for its post. Without one a second try cannot be told from the first."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return uuid.uuid4()
