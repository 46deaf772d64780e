from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F

APART = dt.timedelta(seconds=1)
# To print a thread of ten thousand comments, some hundred of them new, takes a third of a second of
# one core.
CHANGES_A_SECOND = 10_000


class ThreadQuerySet(models.QuerySet["Thread"]):
    def changed(self) -> ThreadQuerySet:
        """Threads that changed since they were printed."""
        return self.exclude(changes=F("printed"))


class Thread(models.Model):
    """Whether the snapshot of the comments under a report shows what stands in the database.

    `changes` counts what happened to the thread; `printed` is what that count was when the
    snapshot was last made.
    """

    report = models.OneToOneField(
        "desk.ReportPage", primary_key=True, on_delete=models.CASCADE, related_name="thread"
    )
    changes = models.PositiveBigIntegerField(default=0)
    printed = models.PositiveBigIntegerField(default=0)
    printed_at = models.DateTimeField(null=True, db_index=True)

    objects = ThreadQuerySet.as_manager()

    def __str__(self) -> str:
        return f"thread:{self.pk}"

    @property
    def due_at(self) -> dt.datetime | None:
        """When it may be printed again; None where it never was, so that it may be at once.

        That is a second later, and more in a very long thread: however much is written, the press
        has most of its time left for reports, and the web for whoever writes.
        """
        if self.printed_at is None:
            return None
        return self.printed_at + APART * max(1, self.changes / CHANGES_A_SECOND)

    def is_due(self, *, now: dt.datetime) -> bool:
        """Whether it may be printed again, if it changed."""
        return self.due_at is None or self.due_at <= now
