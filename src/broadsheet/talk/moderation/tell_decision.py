"""A decision → the mail in which its reader reads the reason."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.notices.tell import tell

# So long a moderator may take a decision back before anybody is told of it.
TAKE_BACK_FOR = dt.timedelta(seconds=60)


def tell_decision(decision: Decision, comment: Comment, *, now: dt.datetime) -> None:
    """To whoever wrote the comment; not where it was published before and is so still."""
    stands = decision.kind == Decision.Kind.PUBLISH
    if comment.author is None or (stands and decision.state_before == Comment.State.PUBLISHED):
        return
    appeal = reverse("talk_appeal", args=[decision.pk]) if decision.is_removal else ""
    tell(
        Notice.Kind.DECISION,
        key=notice_key(decision),
        now=now,
        reader=comment.author,
        not_before=now + TAKE_BACK_FOR,
        comment=comment.text,
        report=comment.report.title,
        path=comment.report.path_on_site,
        decision=decision.kind,
        clause=decision.clause,
        reason=decision.reason,
        until=decision.until.isoformat() if decision.until else None,
        appeal_path=appeal,
    )


def notice_key(decision: Decision) -> str:
    return f"decision:{decision.pk}"
