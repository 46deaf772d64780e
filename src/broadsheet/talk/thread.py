from __future__ import annotations

from django.db.models import F

from broadsheet.talk.models import Thread


def changed(report_id: int) -> None:
    """Note, in the transaction of the change, that the snapshot of a thread is no longer right.

    The press makes it again within a second.
    """
    if not Thread.objects.filter(pk=report_id).update(changes=F("changes") + 1):
        Thread.objects.bulk_create([Thread(report_id=report_id, changes=1)], ignore_conflicts=True)
