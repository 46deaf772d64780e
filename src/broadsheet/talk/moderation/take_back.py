"""A moderator pressed the wrong key → everything as it was, and both in the log."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Comment, Complaint
from broadsheet.talk.moderation.decide import CHOICES, CannotDecide, DecidedMeanwhile, name_of
from broadsheet.talk.moderation.models import Decision, Sanction
from broadsheet.talk.moderation.tell_decision import TAKE_BACK_FOR, notice_key
from broadsheet.talk.notices.tell import withdraw
from broadsheet.talk.thread import changed


def take_back(decision_id: int, *, moderator: Account, now: dt.datetime) -> Decision:
    """Undo one's own decision within the minute in which nobody was told of it yet.

    Raises CannotDecide.
    """
    with in_turn():
        decision = Decision.objects.filter(pk=decision_id, kind__in=CHOICES).first()
        if decision is None or decision.moderator_id != moderator.pk:
            raise CannotDecide(
                gettext("It is not your decision; only whoever made it takes it back.")
            )
        if now >= decision.made_at + TAKE_BACK_FOR:
            raise CannotDecide(
                gettext("The reader is told already; decide on the comment once more.")
            )
        comment = Comment.objects.select_for_update().filter(pk=decision.comment_id or 0).first()
        latest = Decision.objects.filter(comment_id=decision.comment_id or 0).first()
        if comment is None or latest is None or latest.pk != decision.pk:
            raise DecidedMeanwhile(gettext("Something happened to it since; look at it once more."))
        withdraw(notice_key(decision))
        withdraw(f"reply:{comment.pk}")
        taken = Decision.objects.create(
            comment=comment,
            report_id=decision.report_id,
            reader_id=decision.reader_id,
            moderator=moderator,
            moderator_name=name_of(moderator),
            kind=Decision.Kind.TAKE_BACK,
            state_before=comment.state,
            answers=decision,
            made_at=now,
        )
        Sanction.objects.filter(decision=decision).update(lifted_at=now)
        _put_back(comment, decision)
        changed(comment.report_id)
    return taken


def _put_back(comment: Comment, decision: Decision) -> None:
    if comment.state != Comment.State.DELETED:
        comment.state = decision.state_before
        comment.held_because = comment.held_because or [
            {"kind": kind, "detail": "", "start": 0, "end": 0} for kind in decision.held_because
        ]
        comment.save(update_fields=["state", "held_because"])
    Complaint.objects.filter(comment=comment, answered_at=decision.made_at).update(answered_at=None)
