"""A reader appeals against a decision, and somebody who did not make it answers in writing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.appear import appear
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.moderation.decide import CannotDecide, name_of
from broadsheet.talk.moderation.models import Appeal, Decision, Sanction
from broadsheet.talk.notices.tell import tell


def appeal(decision: Decision, *, reader: Account, text: str, now: dt.datetime) -> Appeal:
    """Enter it; a second one against the same decision is the first. Raises CannotDecide."""
    if decision.reader_id != reader.pk or decision.comment_id is None:
        raise CannotDecide(gettext("It is not your comment; only whoever wrote it appeals."))
    if not decision.is_appealable(now=now) or decision.answered_by.exists():
        raise CannotDecide(gettext("This decision is not open to an appeal any more."))
    if not Comment.objects.filter(pk=decision.comment_id).exists():
        raise CannotDecide(gettext("The comment is gone; there is nothing to appeal about."))
    with in_turn():
        entered, _ = Appeal.objects.get_or_create(
            decision=decision,
            defaults={
                "comment_id": decision.comment_id,
                "reader": reader,
                "text": text,
                "made_at": now,
            },
        )
    return entered


def may_answer(given: Appeal, moderator: Any) -> bool:
    """Nobody answers for a decision of their own, not even the chief of all."""
    return bool(given.decision.moderator_id != moderator.pk)


def answer(
    appeal_id: int, outcome: str, text: str, *, moderator: Account, now: dt.datetime
) -> Appeal:
    """Uphold it, which puts the comment back and lifts the sanction, or refuse it.

    Raises CannotDecide: the moderator made the decision, or it is answered already.
    """
    if outcome not in Appeal.Outcome.values:
        raise CannotDecide(gettext("No answer is chosen; uphold the appeal or refuse it."))
    if not text.strip():
        raise CannotDecide(
            gettext("No answer is written; the reader is sent what you write there.")
        )
    with in_turn():
        found = Appeal.objects.select_for_update(of=("self",)).select_related(
            "decision", "comment__report", "comment__parent__author", "reader"
        )
        given = found.filter(pk=appeal_id).first()
        if given is None or given.answered_at is not None:
            raise CannotDecide(gettext("It is answered already; what was answered stands below."))
        if not may_answer(given, moderator):
            raise CannotDecide(gettext("You made this decision; somebody else has to answer."))
        given.outcome, given.answer, given.answered_at = outcome, text.strip(), now
        given.answered_by = moderator
        given.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
        _log(given, moderator, now)
        if outcome == Appeal.Outcome.UPHELD:
            _make_good(given, now)
        _tell(given, now)
    return given


def _log(given: Appeal, moderator: Account, now: dt.datetime) -> None:
    is_upheld = given.outcome == Appeal.Outcome.UPHELD
    Decision.objects.create(
        comment_id=given.comment_id,
        report_id=given.comment.report_id,
        reader_id=given.reader_id,
        moderator=moderator,
        moderator_name=name_of(moderator),
        kind=Decision.Kind.UPHOLD if is_upheld else Decision.Kind.REFUSE,
        clause=given.decision.clause,
        reason=given.answer,
        state_before=given.comment.state,
        seconds=max(0, int((now - given.made_at).total_seconds())),
        answers=given.decision,
        made_at=now,
    )


def _make_good(given: Appeal, now: dt.datetime) -> None:
    Sanction.objects.filter(decision=given.decision, lifted_at__isnull=True).update(lifted_at=now)
    comment = given.comment
    if comment.state == Comment.State.REMOVED:
        comment.state, comment.held_because = Comment.State.PUBLISHED, []
        comment.save(update_fields=["state", "held_because"])
        appear(comment, now=now)


def _tell(given: Appeal, now: dt.datetime) -> None:
    if given.reader is None:
        return
    tell(
        Notice.Kind.APPEAL,
        key=f"appeal:{given.pk}",
        now=now,
        reader=given.reader,
        comment=given.comment.text,
        report=given.comment.report.title,
        path=given.comment.report.path_on_site,
        outcome=given.outcome,
        answer=given.answer,
    )
