"""A report → all that readers said under it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import NamedTuple, cast

from broadsheet.desk.models import ReportPage
from broadsheet.talk.models import Comment
from broadsheet.talk.reading.names import Name, names_under
from broadsheet.talk.reading.said import Said, Standing


class _Row(NamedTuple):
    """What a thread shows of a comment. To make models of ten thousand rows takes longer than to
    print all that changed."""

    id: int
    parent_id: int | None
    author_id: int | None
    state: str
    text: str
    posted_at: dt.datetime
    edited_at: dt.datetime | None
    recommended: int


def whole_thread(report: ReportPage) -> tuple[Said, ...]:
    """Comments that answer the report, the oldest first, each with its replies."""
    found = Comment.objects.on(report.pk).values_list(*_Row._fields)
    rows = [_Row(*row) for row in found]
    names = names_under(report)
    replies: dict[int, list[Said]] = defaultdict(list)
    for row in rows:
        if row.parent_id and row.state == Comment.State.PUBLISHED:
            replies[row.parent_id].append(_said(row, names))
    thread = (
        _said(row, names, tuple(replies.get(row.id, ()))) for row in rows if not row.parent_id
    )
    return tuple(one for one in thread if one.standing == "published" or one.replies)


def said_to_its_writer(comment: Comment, name: Name) -> Said:
    """A comment as whoever wrote it sees it, also while it waits for a moderator."""
    return _shown(comment, name, ())


def _said(row: _Row, names: dict[int, Name], replies: tuple[Said, ...] = ()) -> Said:
    if row.state == Comment.State.PUBLISHED:
        return _shown(row, names.get(row.author_id or 0, Name("")), replies)
    return Said(
        id=row.id,
        standing=cast("Standing", row.state),
        posted_at=row.posted_at,
        replies=replies,
    )


def _shown(comment: Comment | _Row, name: Name, replies: tuple[Said, ...]) -> Said:
    return Said(
        id=comment.id,
        standing=cast("Standing", comment.state),
        posted_at=comment.posted_at,
        name=name.name,
        text=comment.text,
        badge=name.badge,
        is_edited=comment.edited_at is not None,
        recommended=comment.recommended,
        parent=comment.parent_id,
        replies=replies,
    )
