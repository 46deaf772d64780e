"""`/talk/comments/<comment>/`: a comment by itself, with all that can be done about it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import ReportPage
from broadsheet.desk.views.letters import network_of
from broadsheet.readers.models import Account
from broadsheet.talk.complain import complain
from broadsheet.talk.delete import delete
from broadsheet.talk.edit import edit
from broadsheet.talk.models import Comment, Complaint, Recommendation
from broadsheet.talk.permission import is_open
from broadsheet.talk.reading.comment_html import CommentSetter
from broadsheet.talk.reading.names import Name, name_of
from broadsheet.talk.reading.places import comment_path, thread_path, writing_path
from broadsheet.talk.reading.whole_thread import said_to_its_writer
from broadsheet.talk.recommend import recommend, take_back_recommendation
from broadsheet.talk.refused import Refused
from broadsheet.talk.report_under_talk import report_under_talk
from broadsheet.talk.views.as_seen import as_seen
from broadsheet.talk.views.door import Done, writing
from broadsheet.talk.views.page import page


@require_safe
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    found, report = _shown_to(request, comment_id)
    author = found.author
    name = name_of(author, report) if author else Name("")
    with translation.override(report.language):
        setter = CommentSetter(newspaper(), report.pk, report.path_on_site)
        item = setter.whole(said_to_its_writer(found, name))
    now = timezone.now()
    reader = request.user.pk or 0
    return page(
        request,
        "comment",
        comment=found,
        item=item,
        report=report,
        report_path=report.path_on_site,
        thread_path=thread_path(report.pk),
        writing_path=writing_path(report.pk),
        here=comment_path(found.pk),
        done=request.GET.get("done", ""),
        is_own=found.author_id == reader,
        is_editable=found.is_editable(now=now),
        is_open=is_open(report, now=now),
        is_recommended=Recommendation.objects.filter(comment=found, reader_id=reader).exists(),
        reasons=Complaint.Reason.choices,
        key=uuid.uuid4(),
    )


@writing
def change(request: HttpRequest, reader: Account, *, comment_id: int) -> Done:
    changed = edit(comment_id, request.POST.get("text", ""), reader, now=timezone.now())
    report = report_under_talk(changed.report_id)
    return _done(comment_id, "changed", as_seen(changed, reader, report, now=timezone.now()))


@writing
def take_back(_request: HttpRequest, reader: Account, *, comment_id: int) -> Done:
    deleted = delete(comment_id, reader)
    return Done(writing_path(deleted.report_id), {"id": comment_id})


@writing
def favour(request: HttpRequest, reader: Account, *, comment_id: int) -> Done:
    network = network_of(request.META["REMOTE_ADDR"])
    takes_back = request.POST.get("take_back") == "1"
    act = take_back_recommendation if takes_back else recommend
    count = act(comment_id, reader, network=network, now=timezone.now())
    return _done(comment_id, "recommended", {"id": comment_id, "recommended": count})


@writing
def report(request: HttpRequest, reader: Account, *, comment_id: int) -> Done:
    complain(
        comment_id,
        request.POST.get("reason", ""),
        request.POST.get("text", ""),
        reader,
        network=network_of(request.META["REMOTE_ADDR"]),
        now=timezone.now(),
    )
    return _done(comment_id, "reported", {"id": comment_id})


def _done(comment_id: int, what: str, says: dict[str, object]) -> Done:
    return Done(f"{comment_path(comment_id)}?done={what}", says)


def _shown_to(request: HttpRequest, comment_id: int) -> tuple[Comment, ReportPage]:
    """A comment that everybody may see, or that the reader who asks wrote."""
    found = Comment.objects.filter(pk=comment_id).select_related("author").first()
    own = {Comment.State.PUBLISHED, Comment.State.HELD}
    is_own = found is not None and found.author_id == (request.user.pk or 0)
    if found is None or found.state not in (own if is_own else {Comment.State.PUBLISHED}):
        raise Http404
    try:
        return found, report_under_talk(found.report_id)
    except Refused as refused:
        raise Http404(refused.sentence) from None
