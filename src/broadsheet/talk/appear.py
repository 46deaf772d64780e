from __future__ import annotations

import datetime as dt

from broadsheet.talk.models import Comment, Notice
from broadsheet.talk.notices.tell import tell
from broadsheet.talk.thread import changed

# A reply that is deleted as soon as it is written is told of to nobody.
SECOND_THOUGHTS = dt.timedelta(seconds=60)


def appear(comment: Comment, *, now: dt.datetime) -> None:
    """Let a comment be seen, in the transaction that publishes it: at once or by a moderator.

    Whoever it answers is told by mail, unless that is the same reader.
    """
    changed(comment.report_id)
    parent = comment.parent
    if parent is None or parent.author_id is None or parent.author_id == comment.author_id:
        return
    # A comment that was held again and came back is told of once.
    if Notice.objects.filter(key=f"reply:{comment.pk}").exists():
        return
    tell(
        Notice.Kind.REPLY,
        key=f"reply:{comment.pk}",
        now=now,
        reader=parent.author,
        not_before=now + SECOND_THOUGHTS,
        comment_id=comment.pk,
    )
