"""A moderator decides on a comment → its state, the log, a sanction, a mail to the reader."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.appear import appear
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.models import Decision, Sanction
from broadsheet.talk.moderation.seen import seen
from broadsheet.talk.moderation.tell_decision import tell_decision
from broadsheet.talk.thread import changed

ChoiceKind = Literal["publish", "remove", "warn", "pause", "ban"]
CHOICES: tuple[ChoiceKind, ...] = ("publish", "remove", "warn", "pause", "ban")
_DECIDABLE = frozenset({Comment.State.PUBLISHED, Comment.State.HELD, Comment.State.REMOVED})


class CannotDecide(Exception):
    """A sentence for the moderator: why, and what to do."""


class DecidedMeanwhile(CannotDecide):
    """It is not any more what the moderator saw."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a moderator chose. All but publication want a clause and a reason; a pause its days."""

    kind: ChoiceKind
    clause: str = ""
    reason: str = ""
    pause_days: int = 0


def decide(
    comment_id: int, choice: Choice, *, moderator: Account, saw: str, now: dt.datetime
) -> Decision:
    """Carry it out, whole or not at all. `saw` is what `seen` gave for what they looked at.

    Raises CannotDecide; DecidedMeanwhile where somebody else was quicker or the text has changed.
    """
    _check(choice)
    with in_turn():
        comment = _locked(comment_id)
        latest = Decision.objects.filter(comment_id=comment_id).first()
        if seen(comment, latest) != saw:
            raise DecidedMeanwhile(
                gettext("It has changed since you opened it; look at it once more, then decide.")
            )
        if comment.state not in _DECIDABLE:
            raise CannotDecide(
                gettext("It is deleted or blocked; there is nothing to decide here.")
            )
        decision = _log(comment, choice, moderator, now)
        _carry_out(comment, choice)
        comment.complaints.filter(answered_at__isnull=True).update(answered_at=now)
        if choice.kind in {"warn", "pause", "ban"} and comment.author_id:
            Sanction.objects.create(
                reader_id=comment.author_id,
                decision=decision,
                kind=choice.kind,
                reason=choice.reason,
                made_at=now,
                until=decision.until,
            )
        tell_decision(decision, comment, now=now)
        if comment.state == Comment.State.PUBLISHED:
            appear(comment, now=now)
        else:
            changed(comment.report_id)
    return decision


def _check(choice: Choice) -> None:
    if choice.kind not in CHOICES:
        raise CannotDecide(gettext("That is no decision; choose one of the five."))
    if choice.kind != "publish" and not choice.clause:
        raise CannotDecide(
            gettext("No clause is chosen; say which clause of the policy it breaks.")
        )
    if choice.kind != "publish" and not choice.reason.strip():
        raise CannotDecide(
            gettext("No reason is written; the reader is sent what you write there.")
        )
    if choice.kind == "pause" and not 1 <= choice.pause_days <= 365:
        raise CannotDecide(gettext("A pause has no length; write from 1 to 365 days."))


def _locked(comment_id: int) -> Comment:
    """PostgreSQL locks the row; SQLite's transaction has the whole database already."""
    found = Comment.objects.select_for_update(of=("self",)).select_related(
        "report", "author", "parent__author"
    )
    comment = found.filter(pk=comment_id).first()
    if comment is None:
        raise CannotDecide(gettext("The comment is gone; there is nothing to decide any more."))
    return comment


def _log(comment: Comment, choice: Choice, moderator: Account, now: dt.datetime) -> Decision:
    until = now + dt.timedelta(days=choice.pause_days) if choice.kind == "pause" else None
    return Decision.objects.create(
        comment=comment,
        report_id=comment.report_id,
        reader_id=comment.author_id,
        moderator=moderator,
        moderator_name=name_of(moderator),
        kind=choice.kind,
        clause=choice.clause if choice.kind != "publish" else "",
        reason=choice.reason.strip(),
        until=until,
        state_before=comment.state,
        held_because=[one["kind"] for one in comment.held_because],
        seconds=_waited_seconds(comment, now),
        made_at=now,
    )


def _waited_seconds(comment: Comment, now: dt.datetime) -> int | None:
    """Since it was first reported or, where it was held at once, since it came; else None."""
    reported = comment.complaints.filter(answered_at__isnull=True).order_by("made_at")
    since: Any = reported.values_list("made_at", flat=True).first()
    if since is None and comment.state == Comment.State.HELD:
        since = comment.edited_at or comment.posted_at
    return max(0, int((now - since).total_seconds())) if since else None


def _carry_out(comment: Comment, choice: Choice) -> None:
    is_published = choice.kind == "publish"
    comment.state = Comment.State.PUBLISHED if is_published else Comment.State.REMOVED
    if is_published:
        comment.held_because = []
    comment.save(update_fields=["state", "held_because"])


def name_of(moderator: Account) -> str:
    return moderator.shown_name or moderator.get_full_name() or moderator.get_username()
