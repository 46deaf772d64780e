"""Somebody claims a right → a block of thirty days or a refusal, and what comes after it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.moderation.decide import CannotDecide, name_of
from broadsheet.talk.moderation.models import Claim, Decision
from broadsheet.talk.moderation.models.claim import BLOCKED_FOR
from broadsheet.talk.notices.tell import tell
from broadsheet.talk.thread import changed

_STANDS = frozenset({Comment.State.PUBLISHED, Comment.State.BLOCKED})
_BY_THE_CLOCK = "the thirty days are over"


def receive(claim: Claim, *, now: dt.datetime) -> Claim:
    """Keep a claim that was handed in, and tell the claimant that it has come."""
    with in_turn():
        claim.made_at = now
        claim.save()
        _tell_claimant(claim, "received", now)
    return claim


def block(claim_id: int, reason: str, *, moderator: Account, now: dt.datetime) -> Claim:
    """Grant it: the comment is replaced by a note for thirty days, and both sides are told.

    Raises CannotDecide.
    """
    _want(reason)
    with in_turn():
        claim = _locked(claim_id, Claim.State.RECEIVED)
        if claim.comment.state not in _STANDS:
            raise CannotDecide(
                gettext("The comment does not stand on the paper; refuse the claim.")
            )
        # Further claims on a comment that is blocked run to the same end: never beyond thirty days.
        running = Claim.objects.filter(comment=claim.comment, state=Claim.State.BLOCKED).first()
        claim.state = Claim.State.BLOCKED
        claim.blocked_until = running.blocked_until if running else now + BLOCKED_FOR
        claim.save(update_fields=["state", "blocked_until"])
        _log(claim, Decision.Kind.BLOCK, reason, moderator, now)
        _set_state(claim.comment, Comment.State.BLOCKED)
        _tell_claimant(claim, "blocked", now, reason)
        _tell_writer(claim, "blocked", now, reason)
    return claim


def refuse(claim_id: int, reason: str, *, moderator: Account, now: dt.datetime) -> Claim:
    """Let the comment stand; the claimant reads the reason. Raises CannotDecide."""
    _want(reason)
    with in_turn():
        claim = _locked(claim_id, Claim.State.RECEIVED)
        claim.state, claim.decided_at = Claim.State.REFUSED, now
        claim.save(update_fields=["state", "decided_at"])
        _log(claim, Decision.Kind.REFUSE_CLAIM, reason, moderator, now)
        _tell_claimant(claim, "refused", now, reason)
    return claim


def object_to(claim_id: int, text: str, *, reader: Account, now: dt.datetime) -> Claim:
    """The comment's writer objects, once, while the block lasts. Raises CannotDecide."""
    with in_turn():
        claim = _locked(claim_id, Claim.State.BLOCKED)
        if claim.comment.author_id != reader.pk:
            raise CannotDecide(gettext("It is not your comment; only whoever wrote it may object."))
        if claim.objected_at is not None:
            raise CannotDecide(gettext("You have objected already; a moderator will decide."))
        claim.objection, claim.objected_at = text.strip(), now
        claim.save(update_fields=["objection", "objected_at"])
        _tell_claimant(claim, "objected", now, claim.objection)
    return claim


def restore(claim_id: int, reason: str, *, moderator: Account, now: dt.datetime) -> Claim:
    """Show the comment again, before the thirty days are over or when they are."""
    _want(reason)
    with in_turn():
        claim = _locked(claim_id, Claim.State.BLOCKED)
        _end(claim, Claim.State.RESTORED, Decision.Kind.RESTORE, reason, moderator, now)
    return claim


def remove(
    claim_id: int, clause: str, reason: str, *, moderator: Account, now: dt.datetime
) -> Claim:
    """Remove the comment for good; its writer may appeal. Raises CannotDecide."""
    _want(reason)
    if not clause:
        raise CannotDecide(
            gettext("No clause is chosen; say which clause of the policy it breaks.")
        )
    with in_turn():
        claim = _locked(claim_id, Claim.State.BLOCKED)
        kind = Decision.Kind.REMOVE_CLAIMED
        _end(claim, Claim.State.REMOVED, kind, reason, moderator, now, clause=clause)
    return claim


def end_blocks(*, now: dt.datetime) -> int:
    """Show again what was blocked for thirty days and not decided on. Gives how many claims."""
    due = Claim.objects.filter(state=Claim.State.BLOCKED, blocked_until__lte=now)
    count = 0
    for pk in due.values_list("pk", flat=True):
        with in_turn():
            claim = _locked(pk, Claim.State.BLOCKED)
            _end(claim, Claim.State.RESTORED, Decision.Kind.RESTORE, _BY_THE_CLOCK, None, now)
        count += 1
    return count


def _want(reason: str) -> None:
    if not reason.strip():
        raise CannotDecide(
            gettext("No reason is written; both sides are sent what you write there.")
        )


def _locked(claim_id: int, state: str) -> Claim:
    found = Claim.objects.select_for_update(of=("self",)).select_related(
        "comment__report", "comment__author"
    )
    claim = found.filter(pk=claim_id).first()
    if claim is None or claim.state != state:
        raise CannotDecide(gettext("It was decided meanwhile; look at it once more."))
    return claim


def _end(
    claim: Claim,
    state: str,
    kind: str,
    reason: str,
    moderator: Account | None,
    now: dt.datetime,
    *,
    clause: str = "",
) -> None:
    claim.state, claim.decided_at = state, now
    claim.save(update_fields=["state", "decided_at"])
    decision = _log(claim, kind, reason, moderator, now, clause=clause)
    is_removed = kind == Decision.Kind.REMOVE_CLAIMED
    others = Claim.objects.filter(comment=claim.comment, state=Claim.State.BLOCKED)
    if is_removed:
        others.update(state=Claim.State.REMOVED, decided_at=now)
        _set_state(claim.comment, Comment.State.REMOVED)
    elif not others.exists():
        _set_state(claim.comment, Comment.State.PUBLISHED)
    _tell_claimant(claim, state, now, reason)
    _tell_writer(claim, state, now, reason, decision)


def _set_state(comment: Comment, state: str) -> None:
    """Not where its writer has deleted it meanwhile, or a moderator removed it."""
    if Comment.objects.filter(pk=comment.pk, state__in=_STANDS).update(state=state):
        comment.state = state
        changed(comment.report_id)


def _log(
    claim: Claim,
    kind: str,
    reason: str,
    moderator: Account | None,
    now: dt.datetime,
    *,
    clause: str = "",
) -> Decision:
    since = claim.objected_at or claim.made_at
    return Decision.objects.create(
        comment=claim.comment,
        report_id=claim.comment.report_id,
        reader_id=claim.comment.author_id,
        moderator=moderator,
        moderator_name=name_of(moderator) if moderator else "",
        kind=kind,
        clause=clause,
        reason=reason.strip(),
        until=claim.blocked_until if kind == Decision.Kind.BLOCK else None,
        state_before=claim.comment.state,
        seconds=max(0, int((now - since).total_seconds())) if moderator else None,
        made_at=now,
    )


def _tell_claimant(claim: Claim, step: str, now: dt.datetime, statement: str = "") -> None:
    tell(
        Notice.Kind.CLAIM,
        key=f"claim:{claim.pk}:{step}:claimant",
        now=now,
        email=claim.email,
        **_facts(claim, "claimant", step, statement or claim.statement),
        objection_path="",
    )


def _tell_writer(
    claim: Claim, step: str, now: dt.datetime, statement: str, decision: Decision | None = None
) -> None:
    if claim.comment.author is None:
        return
    path = ""
    if step == "blocked":
        path = reverse("talk_objection", args=[claim.pk])
    elif decision and decision.is_removal:
        path = reverse("talk_appeal", args=[decision.pk])
    tell(
        Notice.Kind.CLAIM,
        key=f"claim:{claim.pk}:{step}:writer",
        now=now,
        reader=claim.comment.author,
        **_facts(claim, "writer", step, statement),
        objection_path=path,
    )


def _facts(claim: Claim, role: str, step: str, statement: str) -> dict[str, Any]:
    """What a mail says. The two sides are told of each other's reasons, never of their names."""
    return {
        "role": role,
        "step": step,
        "comment": claim.comment.text,
        "report": claim.comment.report.title,
        "path": claim.comment.report.path_on_site,
        "statement": statement,
        "until": claim.blocked_until.isoformat() if claim.blocked_until else None,
    }
