"""What the talk holds of a reader: shown on the reader's page, in the download, and forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from broadsheet.readers.holdings import Held, Holding
from broadsheet.readers.models import Account
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Comment, Complaint, Notice, Recommendation, Silence
from broadsheet.talk.moderation.where_to_object import where_to_object
from broadsheet.talk.thread import changed


def export(account: Account) -> list[dict[str, Any]]:
    """Everything, as plain values, each with its `kind`."""
    found: list[dict[str, Any]] = [
        {
            "kind": "comment",
            "report": comment.report.path_on_site,
            "text": comment.text,
            "state": comment.state,
            "posted_at": comment.posted_at.isoformat(),
            "edited_at": comment.edited_at.isoformat() if comment.edited_at else None,
            "recommended": comment.recommended,
            "answers": comment.parent_id,
            "number": comment.pk,
        }
        for comment in _comments(account)
    ]
    for given in Recommendation.objects.filter(reader=account).order_by("pk"):
        what = {"comment": given.comment_id, "made_at": given.made_at.isoformat()}
        found.append({"kind": "recommendation", **what})
    for complaint in Complaint.objects.filter(reader=account).order_by("pk"):
        what = {"comment": complaint.comment_id, "reason": complaint.reason}
        when = {"text": complaint.text, "made_at": complaint.made_at.isoformat()}
        found.append({"kind": "report of a comment", **what, **when})
    for notice in Notice.objects.filter(reader=account).order_by("pk"):
        when = {"about": notice.kind, "made_at": notice.made_at.isoformat()}
        found.append({"kind": "mail", **when, "outcome": notice.outcome})
    for silence in Silence.objects.filter(reader=account).order_by("pk"):
        when = {"about": silence.kind, "asked_at": silence.asked_at.isoformat()}
        found.append({"kind": "no mail wanted", **when})
    return found


def shown(account: Account) -> Iterable[Held]:
    """The reader's comments, the newest first; one that was removed or blocked leads to where
    its writer may object."""
    comments = _comments(account).exclude(state=Comment.State.DELETED).order_by("-pk")
    for comment in comments[:100]:
        path = f"{comment.report.path_on_site}#{comment.place}"
        note = "" if comment.state == Comment.State.PUBLISHED else comment.get_state_display()
        path = where_to_object(comment) or path
        yield Held(text=comment.text, path=path, at=comment.posted_at, note=note)


def forget(account: Account) -> None:
    """Take all of it away. Where somebody answered a comment, its empty place stays."""
    with in_turn():
        _forget(account)


def _forget(account: Account) -> None:
    for given in Recommendation.objects.filter(reader=account).select_related("comment"):
        Comment.objects.filter(pk=given.comment_id).update(recommended=F("recommended") - 1)
        changed(given.comment.report_id)
    Recommendation.objects.filter(reader=account).delete()
    own = Comment.objects.filter(author=account)
    for report_id in set(own.values_list("report_id", flat=True)):
        changed(report_id)
    own.update(state=Comment.State.DELETED, text="", held_because=[], author=None)
    Complaint.objects.filter(reader=account).update(text="", reader=None)
    Notice.objects.filter(reader=account).delete()


HOLDING = Holding(key="comments", title=_("My comments"), export=export, shown=shown, forget=forget)


def _comments(account: Account) -> Any:
    return Comment.objects.filter(author=account).select_related("report").order_by("pk")
