from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.queue import rows
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen


@for_moderators
def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """All about one comment: everything decided on it, its reports, appeals and claims."""
    found = Comment.objects.select_related("report", "author", "parent__author")
    one = get_object_or_404(found, pk=comment_id)
    return screen(
        request,
        "comment",
        tab="",
        title=gettext("A comment"),
        rows=rows([one], viewer_id=request.user.pk or 0, now=timezone.now()),
        clauses=clauses(),
        comment=one,
        decisions=Decision.objects.filter(comment=one),
        complaints=one.complaints.select_related("reader").order_by("-made_at"),
        appeals=one.appeals.all(),
        claims=one.claims.all(),
        address=f"{one.report.path_on_site}#comment-{one.pk}",
    )
