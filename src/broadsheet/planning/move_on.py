"""A story of the list is moved one step on, by whoever may."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from broadsheet.chain.take import give_back, take
from broadsheet.desk.models import Assignment, ReportPage
from broadsheet.planning.begin_report import begin_report
from broadsheet.planning.story_list import story


@transaction.atomic
def move_on(user: Any, key: str, move: str, *, now: dt.datetime) -> str:
    """Make the move; gives the key by which the story goes now, "" where it is gone.

    What the row offers is what may be done: it is asked once more here, in the transaction.
    """
    row = story(user, key, now=now)
    if row is None or move not in row.moves:
        raise PermissionDenied
    number = int(key[1:])
    if row.report_id is None:
        return _OF_ASSIGNMENTS[move](Assignment.objects.get(pk=number), user, now)
    _OF_REPORTS[move](ReportPage.objects.get(pk=number), user, now)
    return key


def _take_pitch(one: Assignment, user: Any, _now: dt.datetime) -> str:
    one.who = user
    one.save(update_fields=["who"])
    return f"a{one.pk}"


def _write(one: Assignment, user: Any, _now: dt.datetime) -> str:
    return f"r{begin_report(one, by=user).pk}"


def _drop(one: Assignment, _user: Any, now: dt.datetime) -> str:
    one.dropped_at = now
    one.save(update_fields=["dropped_at"])
    return ""


def _hand_in(report: ReportPage, user: Any, _now: dt.datetime) -> None:
    """For the first time, or again where it was sent back from."""
    if report.current_workflow_state:
        report.current_workflow_state.resume(user)
    else:
        report.get_workflow().start(report.get_latest_revision_as_object(), user)


def _take(report: ReportPage, user: Any, now: dt.datetime) -> None:
    take(report, user, now=now)


def _give_back(report: ReportPage, user: Any, _now: dt.datetime) -> None:
    give_back(report, user)


def _pass_on(report: ReportPage, user: Any, _now: dt.datetime) -> None:
    state = report.current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")


_OF_ASSIGNMENTS: dict[str, Callable[[Assignment, Any, dt.datetime], str]] = {
    "take-pitch": _take_pitch,
    "write": _write,
    "drop": _drop,
}
_OF_REPORTS: dict[str, Callable[[ReportPage, Any, dt.datetime], None]] = {
    "hand-in": _hand_in,
    "take": _take,
    "give-back": _give_back,
    "pass-on": _pass_on,
}
