"""A report → all that readers said under it."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from broadsheet.desk.models import ReportPage
from broadsheet.talk.models import Comment
from broadsheet.talk.reading.names import Name, names_under
from broadsheet.talk.reading.said import Said, Standing


def whole_thread(report: ReportPage) -> tuple[Said, ...]:
    """Comments that answer the report, the oldest first, each with its replies."""
    comments = list(Comment.objects.on(report.pk).defer("held_because", "key"))
    names = names_under(report)
    replies: dict[int, list[Said]] = defaultdict(list)
    for comment in comments:
        if comment.parent_id and comment.state == Comment.State.PUBLISHED:
            replies[comment.parent_id].append(_said(comment, names))
    thread = (
        _said(comment, names, tuple(replies[comment.pk]))
        for comment in comments
        if not comment.parent_id
    )
    return tuple(one for one in thread if one.standing == "published" or one.replies)


def said_to_its_writer(comment: Comment, name: Name) -> Said:
    """A comment as whoever wrote it sees it, also while it waits for a moderator."""
    return _shown(comment, name, ())


def _said(comment: Comment, names: dict[int, Name], replies: tuple[Said, ...] = ()) -> Said:
    if comment.state == Comment.State.PUBLISHED:
        return _shown(comment, names.get(comment.author_id or 0, Name("")), replies)
    return Said(
        id=comment.pk,
        place=comment.place,
        standing=cast("Standing", comment.state),
        posted_at=comment.posted_at,
        replies=replies,
    )


def _shown(comment: Comment, name: Name, replies: tuple[Said, ...]) -> Said:
    return Said(
        id=comment.pk,
        place=comment.place,
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
