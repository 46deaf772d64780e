from __future__ import annotations

from collections.abc import Callable

from broadsheet.talk.models import Comment


def comments_of(*, report: int, progress: Callable[[str], None]) -> list[tuple[int, str]]:
    """The number and the key of every published comment under a report."""
    progress("counting comments")
    rows = Comment.objects.on(report).standing().values_list("pk", "key")
    return [(pk, str(key)) for pk, key in rows]
