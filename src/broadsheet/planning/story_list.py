"""Whoever asks, what they want to see, and the time → the rows of the story list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from broadsheet.desk.models import Assignment, ReportPage
from broadsheet.planning.in_hand import InHand
from broadsheet.planning.row import Row
from broadsheet.planning.rows import Rows
from broadsheet.planning.stage import Stage

# A draft that nobody has touched for a week is in nobody's work any more.
TOUCHED = dt.timedelta(days=7)
MOST = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen: of which time, and of which section, person and stage, if of one."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    section_id: int | None = None
    who_id: int | None = None
    stage: str = ""
    order: str = "due"


def story_list(user: Any, wanted: Wanted, *, now: dt.datetime) -> list[Row]:
    """At most 500 rows, by a number of queries that does not grow with them."""
    in_hand = InHand.of_all(now=now)
    found = Rows(user, in_hand, now).of(_reports(wanted, in_hand, now), _assignments(wanted))
    rows = [row for row in found if _is_wanted(row, wanted)]
    return sorted(rows, key=_ORDERS[wanted.order])[:MOST]


def story(user: Any, key: str, *, now: dt.datetime) -> Row | None:
    """One story by its key; None where there is none, or no more."""
    number = key[1:]
    if not number.isdecimal():
        return None
    rows = Rows(user, InHand.of_all(now=now), now)
    if key[0] == "r":
        found = rows.of(list(_with_all(ReportPage.objects.filter(pk=number))), [])
    else:
        found = rows.of([], list(_open().filter(pk=number)))
    return next(iter(found), None)


def _reports(wanted: Wanted, in_hand: InHand, now: dt.datetime) -> list[ReportPage]:
    in_work = Q(live=False) & (
        Q(latest_revision_created_at__gte=now - TOUCHED)
        | Q(assignment__due_at__gte=wanted.starts_at, assignment__due_at__lt=wanted.ends_at)
    )
    out = Q(live=True, first_published_at__gte=wanted.starts_at) & Q(
        first_published_at__lt=wanted.ends_at
    )
    due = [pk for pk, at in in_hand.scheduled.items() if at < wanted.ends_at]
    found = ReportPage.objects.filter(in_work | out | Q(pk__in=[*in_hand.states, *due]))
    return list(_with_all(found).order_by("-latest_revision_created_at")[:MOST])


def _assignments(wanted: Wanted) -> list[Assignment]:
    return list(_open().filter(Q(due_at__lt=wanted.ends_at) | Q(due_at=None))[:MOST])


def _with_all(reports: Any) -> Any:
    return reports.select_related("assignment").defer("body")


def _open() -> QuerySet[Assignment]:
    return Assignment.objects.filter(report=None, dropped_at=None)


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    return (
        wanted.section_id in {None, *row.section_ids}
        and wanted.who_id in {None, row.who_id}
        and wanted.stage in {"", row.stage.value}
    )


_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


def _by_due(row: Row) -> Any:
    return (row.due_at or row.goes_out_at or _LAST, row.headline)


_ORDERS: dict[str, Any] = {
    "due": _by_due,
    "section": lambda row: (row.section, *_by_due(row)),
    "who": lambda row: (row.who == "", row.who, *_by_due(row)),
    "stage": lambda row: (list(Stage).index(row.stage), *_by_due(row)),
}
ORDERS = tuple(_ORDERS)
