from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk import limits
from broadsheet.talk.limits import Limit
from broadsheet.talk.models import Comment, Complaint
from broadsheet.talk.moderation.complain import complained
from broadsheet.talk.refused import Refused
from broadsheet.talk.together import together
from broadsheet.talk.wording import tidied

PER_MINUTE = 10
LONGEST = 500


def complain(
    comment_id: int, reason: str, typed: str, reader: Account, *, network: str, now: dt.datetime
) -> Complaint:
    """Report a comment to the moderators, for one of `Complaint.Reason`. Raises Refused.

    A second complaint of the same reader takes the place of the first while nobody answered it.
    """
    if reason not in Complaint.Reason.values:
        raise Refused(gettext("Please choose what is wrong with the comment."))
    text = tidied(typed)
    if len(text) > LONGEST:
        raise Refused(gettext("Please say in 500 characters at most what is wrong with it."))
    limits.count(
        [
            Limit(f"complaining:{reader.pk}", PER_MINUTE, 60),
            Limit(f"complaining:{network}", PER_MINUTE * 4, 60),
        ],
        now=now,
    )
    return together(lambda: _enter(comment_id, reason, text, reader, now))


def _enter(comment_id: int, reason: str, text: str, reader: Account, now: dt.datetime) -> Complaint:
    comment = Comment.objects.standing().filter(pk=comment_id).first()
    if comment is None:
        raise Refused(gettext("That comment does not stand any more."), status=404)
    if comment.author_id == reader.pk:
        raise Refused(gettext("That is your own comment. You can delete it."), status=409)
    complaint = Complaint.objects.filter(comment=comment, reader=reader).first()
    if complaint is None:
        complaint = Complaint(comment=comment, reader=reader)
    elif complaint.answered_at:
        raise Refused(gettext("The moderators have answered your report already."), status=409)
    complaint.reason, complaint.text, complaint.made_at = reason, text, now
    complaint.save()
    complained(comment, now)
    return complaint
