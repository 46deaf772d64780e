from __future__ import annotations

from django.db import connection

from broadsheet.talk.models import Thread


def changed(report_id: int) -> None:
    """Note, in the transaction of the change, that the snapshot of a thread is no longer right.

    The press makes it again within a second.
    """
    with connection.cursor() as cursor:
        # Written out: it is part of every post.
        cursor.execute(
            "UPDATE talk_thread SET changes = changes + 1 WHERE report_id = %s", [report_id]
        )
        is_known = cursor.rowcount
    if not is_known:
        Thread.objects.bulk_create([Thread(report_id=report_id, changes=1)], ignore_conflicts=True)
