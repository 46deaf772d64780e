from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable

from django.utils import timezone

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.thread import changed


def comment(*, report: int, comments: int, progress: Callable[[str], None]) -> int:
    """Put so many comments under a report, a second apart up to now. Gives how many stand there."""
    readers = list(Account.objects.exclude(display_name=""))
    start = timezone.now() - dt.timedelta(seconds=comments)
    Comment.objects.bulk_create(
        Comment(
            report_id=report,
            author=readers[number % len(readers)],
            key=uuid.uuid4(),
            text=f"This is what I think of it, and I am number {number} to say so. " * 2,
            recommended=number % 17,
            posted_at=start + dt.timedelta(seconds=number),
        )
        for number in range(comments)
    )
    changed(report)
    progress(f"{comments:,} comments")
    return Comment.objects.filter(report_id=report).count()
