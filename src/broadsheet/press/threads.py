"""Threads in which somebody wrote → outputs to be printed, each at most once a second."""

from __future__ import annotations

import datetime as dt

from broadsheet.press.models import Output, Urgency
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.models import Thread


def mark_changed_threads(*, now: dt.datetime) -> int:
    """Mark the threads that changed since they were last marked. Gives how many.

    What is counted as printed is what stands in the database now: whoever writes while the press
    prints is printed the next time, if not with this one.
    """
    if not _due(now):
        return 0
    with in_turn():
        due = _due(now)
        Output.objects.bulk_create(
            [
                Output(key=f"thread:{one.pk}", is_stale=True, urgency=Urgency.PAGE, rank=one.pk)
                for one in due
            ],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["is_stale", "urgency", "rank"],
        )
        for one in due:
            Thread.objects.filter(pk=one.pk).update(printed=one.changes, printed_at=now)
        first = [f"report:{one.pk}" for one in due if one.printed_at is None]
        # From now on its page says where the thread stands.
        Output.objects.filter(key__in=first).update(is_stale=True, urgency=Urgency.PAGE)
    return len(due)


def seconds_to_next_thread(*, now: dt.datetime) -> float | None:
    """How long until a thread that changed may be printed; None where none did."""
    waits = [one.due_at or now for one in Thread.objects.changed()]
    return max(0.0, (min(waits) - now).total_seconds()) if waits else None


def _due(now: dt.datetime) -> list[Thread]:
    return [one for one in Thread.objects.changed() if one.is_due(now=now)]
