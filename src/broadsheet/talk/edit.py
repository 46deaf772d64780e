from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.look import look
from broadsheet.talk.own_comment import own_comment
from broadsheet.talk.permission import must_be_allowed_to_write
from broadsheet.talk.refused import Refused
from broadsheet.talk.report_under_talk import report_under_talk
from broadsheet.talk.thread import changed
from broadsheet.talk.together import together
from broadsheet.talk.wording import wording


def edit(comment_id: int, typed: str, reader: Account, *, now: dt.datetime) -> Comment:
    """Let a reader change a comment of theirs within five minutes. Raises Refused.

    It is looked through anew, and may be held; one that is held stays so.
    """
    text = wording(typed, longest=settings.CONFIG.talk.longest)
    return together(lambda: _change(comment_id, text, reader, now))


def _change(comment_id: int, text: str, reader: Account, now: dt.datetime) -> Comment:
    comment = own_comment(comment_id, reader)
    if not comment.is_editable(now=now):
        raise Refused(gettext("A comment can be changed for five minutes."), status=409)
    if text == comment.text:
        return comment
    report = report_under_talk(comment.report_id)
    must_be_allowed_to_write(report, reader, now=now)
    seen = look(report=report, reader=reader, text=text, now=now, editing=comment)
    if seen.state == "held":
        comment.state = Comment.State.HELD
        comment.held_because = [*comment.held_because, *seen.reasons]
    comment.text = text
    comment.edited_at = now
    comment.save(update_fields=["text", "edited_at", "state", "held_because"])
    changed(comment.report_id)
    return comment
