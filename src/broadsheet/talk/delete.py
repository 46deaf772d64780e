from __future__ import annotations

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.own_comment import own_comment
from broadsheet.talk.refused import Refused
from broadsheet.talk.thread import changed
from broadsheet.talk.together import together


def delete(comment_id: int, reader: Account) -> Comment:
    """Let a reader take a comment of theirs back: its text is gone from the database as well.

    Its place stays where somebody answered it. What a moderator removed or blocked is not the
    writer's to delete: the decision refers to it. Raises Refused.
    """
    return together(lambda: _take_back(comment_id, reader))


def _take_back(comment_id: int, reader: Account) -> Comment:
    comment = own_comment(comment_id, reader)
    if comment.state in {Comment.State.REMOVED, Comment.State.BLOCKED}:
        raise Refused(gettext("A moderator has taken this comment down already."), status=409)
    comment.state = Comment.State.DELETED
    comment.text = ""
    comment.held_because = []
    comment.save(update_fields=["state", "text", "held_because"])
    changed(comment.report_id)
    return comment
