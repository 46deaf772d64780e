"""The log → what is published of it: how much was removed, for what, and how appeals went."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from django.db.models import Count
from django.db.models.functions import TruncMonth

from broadsheet.talk.models import Comment, Complaint
from broadsheet.talk.moderation.decide import CHOICES
from broadsheet.talk.moderation.models import Appeal, Decision

MONTHS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What happened in one month. `first_day` names it. `by_clause` counts the removed, the most
    first; a removal that was taken back within its minute counts nowhere. `median_seconds` is how
    long comments waited for a decision that held, None where none did."""

    first_day: dt.date
    comments: int = 0
    reported: int = 0
    removed: int = 0
    by_clause: tuple[tuple[str, int], ...] = ()
    warned: int = 0
    paused: int = 0
    banned: int = 0
    appeals: int = 0
    upheld: int = 0
    refused: int = 0
    blocked: int = 0
    median_seconds: int | None = None


def figures(*, now: dt.datetime, zone: dt.tzinfo) -> tuple[Month, ...]:
    """The last two years by month in that zone, the newest first, months without anything left out.

    No reader, moderator or comment can be told from them. Seven queries.
    """
    since = _begin(now.astimezone(zone))
    comments = _by_month(Comment.objects.filter(posted_at__gte=since), "posted_at", zone)
    reported = _by_month(Complaint.objects.filter(made_at__gte=since), "made_at", zone)
    appeals = _by_month(Appeal.objects.filter(made_at__gte=since), "made_at", zone)
    blocked = _by_month(
        Decision.objects.filter(made_at__gte=since, kind=Decision.Kind.BLOCK), "made_at", zone
    )
    decided = _decisions(since, zone)
    days = sorted({*comments, *reported, *appeals, *blocked, *decided}, reverse=True)
    return tuple(
        _month(
            day,
            decided.get(day, []),
            comments=comments[day],
            reported=reported[day],
            appeals=appeals[day],
            blocked=blocked[day],
        )
        for day in days
    )


_Made = tuple[str, str, int | None]


def _month(day: dt.date, made: list[_Made], **counted: int) -> Month:
    kinds = Counter(kind for kind, _, _ in made)
    removed = [clause for kind, clause, _ in made if kind in Decision.REMOVALS]
    waits = [seconds for kind, _, seconds in made if kind in CHOICES and seconds is not None]
    return Month(
        first_day=day,
        removed=len(removed),
        by_clause=tuple(sorted(Counter(removed).items(), key=lambda one: (-one[1], one[0]))),
        warned=kinds["warn"],
        paused=kinds["pause"],
        banned=kinds["ban"],
        upheld=kinds["uphold"],
        refused=kinds["refuse"],
        median_seconds=round(median(waits)) if waits else None,
        **counted,
    )


def _begin(now: dt.datetime) -> dt.datetime:
    months = now.year * 12 + now.month - MONTHS
    return dt.datetime(months // 12, months % 12 + 1, 1, tzinfo=now.tzinfo)


def _by_month(rows: Iterable[object], field: str, zone: dt.tzinfo) -> Counter[dt.date]:
    found = (
        rows.order_by()  # type: ignore[attr-defined]  # any query set
        .annotate(month=TruncMonth(field, tzinfo=zone))
        .values_list("month")
        .annotate(Count("pk"))
    )
    return Counter({month.date(): count for month, count in found})


def _decisions(since: dt.datetime, zone: dt.tzinfo) -> dict[dt.date, list[_Made]]:
    """Kind, clause and wait of each decision that was not taken back, by month."""
    taken_back = Decision.objects.filter(kind=Decision.Kind.TAKE_BACK, made_at__gte=since)
    void = set(taken_back.values_list("answers_id", flat=True))
    found: dict[dt.date, list[_Made]] = {}
    kinds = (*Decision.REMOVALS, Decision.Kind.PUBLISH, Decision.Kind.UPHOLD, Decision.Kind.REFUSE)
    rows = Decision.objects.filter(made_at__gte=since, kind__in=kinds).order_by("pk")
    for one in rows.only("pk", "made_at", "kind", "clause", "seconds"):
        if one.pk not in void:
            day = one.made_at.astimezone(zone).date().replace(day=1)
            found.setdefault(day, []).append((one.kind, one.clause, one.seconds))
    return found
