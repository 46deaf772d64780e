from __future__ import annotations

from django.db import connection

# Written out: it is part of every post.
_ONE_MORE = """
INSERT INTO talk_thread (report_id, changes, printed) VALUES (%s, 1, 0)
ON CONFLICT (report_id) DO UPDATE SET changes = talk_thread.changes + 1
"""


def changed(report_id: int) -> None:
    """Note, in the transaction of the change, that the snapshot of a thread is no longer right.

    The press makes it again within a second.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ONE_MORE, [report_id])
