from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F


class ThreadQuerySet(models.QuerySet["Thread"]):
    def due(self, *, before: dt.datetime) -> ThreadQuerySet:
        """Threads that changed since they were printed, which was not after `before`."""
        return self.filter(
            models.Q(printed_at__isnull=True) | models.Q(printed_at__lte=before)
        ).exclude(changes=F("printed"))


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
