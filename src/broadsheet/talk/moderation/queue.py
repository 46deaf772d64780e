"""The database → what a moderator works through: comments with all that bears on a decision."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from broadsheet.talk.models import Comment, Complaint
from broadsheet.talk.moderation.decide import CHOICES
from broadsheet.talk.moderation.models import Appeal, Claim, Decision, Sanction
from broadsheet.talk.moderation.reasons import Piece, marked, sentences
from broadsheet.talk.moderation.seen import seen
from broadsheet.talk.moderation.tell_decision import TAKE_BACK_FOR

Name = Literal["held", "reported", "recent"]
NAMES: tuple[Name, ...] = ("held", "reported", "recent")
LENGTH = 25


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a reader's comments before."""

    removed: int = 0
    warned: int = 0
    sanction: Sanction | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One comment as a moderator sees it. `saw` goes back with the decision."""

    comment: Comment
    pieces: tuple[Piece, ...]
    reasons: tuple[str, ...]
    complaints: tuple[Complaint, ...]
    record: Record
    latest: Decision | None
    saw: str
    may_take_back: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits, for the tabs."""

    held: int
    reported: int
    appeals: int
    claims: int


def waiting(name: Name) -> QuerySet[Comment]:
    """The comments of a queue in its order: what waits longest first, the recent newest first."""
    comments = Comment.objects.select_related("report", "author", "parent__author")
    if name == "held":
        return comments.filter(state=Comment.State.HELD).order_by("posted_at", "pk")
    if name == "reported":
        open_ones = Complaint.objects.filter(comment=OuterRef("pk"), answered_at__isnull=True)
        standing = comments.filter(Exists(open_ones), state=Comment.State.PUBLISHED)
        return standing.order_by("posted_at", "pk")
    return comments.exclude(state=Comment.State.DELETED).order_by("-posted_at", "-pk")


def counts() -> Counts:
    """Four queries, whatever waits."""
    return Counts(
        held=Comment.objects.filter(state=Comment.State.HELD).count(),
        reported=waiting("reported").count(),
        appeals=Appeal.objects.open().count(),
        claims=Claim.objects.open().count(),
    )


def rows(comments: list[Comment], *, viewer_id: int, now: dt.datetime) -> list[Row]:
    """Each comment with what bears on it. Four queries, however many they are."""
    ids = [one.pk for one in comments]
    complaints: dict[int, list[Complaint]] = defaultdict(list)
    asked = Complaint.objects.filter(comment_id__in=ids, answered_at__isnull=True)
    for complaint in asked.select_related("reader").order_by("made_at"):
        complaints[complaint.comment_id].append(complaint)
    latest = Decision.objects.latest_of(ids)
    records = _records({one.author_id for one in comments if one.author_id}, now)
    return [
        Row(
            comment=one,
            pieces=marked(one.text, one.held_because),
            reasons=sentences(one.held_because),
            complaints=tuple(complaints[one.pk]),
            record=records.get(one.author_id or 0, Record()),
            latest=latest.get(one.pk),
            saw=seen(one, latest.get(one.pk)),
            may_take_back=_may_take_back(latest.get(one.pk), viewer_id, now),
        )
        for one in comments
    ]


def _records(reader_ids: set[int], now: dt.datetime) -> dict[int, Record]:
    removed: Counter[int] = Counter()
    warned: Counter[int] = Counter()
    made = (
        Decision.objects.filter(reader_id__in=reader_ids, kind__in=Decision.REMOVALS)
        .filter(~Q(answered_by__kind__in=(Decision.Kind.TAKE_BACK, Decision.Kind.UPHOLD)))
        .order_by()
    )
    for reader_id, kind, count in made.values_list("reader_id", "kind").annotate(Count("pk")):
        removed[reader_id or 0] += count
        warned[reader_id or 0] += count if kind == Decision.Kind.WARN else 0
    in_force = Sanction.objects.in_force(now=now).filter(reader_id__in=reader_ids)
    sanctions = {one.reader_id: one for one in in_force}
    return {pk: Record(removed[pk], warned[pk], sanctions.get(pk)) for pk in reader_ids}


def _may_take_back(latest: Decision | None, viewer_id: int, now: dt.datetime) -> bool:
    return bool(
        latest
        and latest.kind in CHOICES
        and latest.moderator_id == viewer_id
        and now < latest.made_at + TAKE_BACK_FOR
    )
