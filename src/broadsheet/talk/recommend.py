from __future__ import annotations

import datetime as dt

from django.db.models import F
from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk import limits
from broadsheet.talk.limits import Limit
from broadsheet.talk.models import Comment, Recommendation
from broadsheet.talk.permission import must_be_in_good_standing
from broadsheet.talk.refused import Refused
from broadsheet.talk.thread import changed
from broadsheet.talk.together import together

PER_MINUTE = 30


def recommend(comment_id: int, reader: Account, *, network: str, now: dt.datetime) -> int:
    """Recommend a comment. Gives how many recommend it now; to do it again changes nothing.

    Raises Refused, for a comment of one's own too.
    """
    _must_be_allowed(reader, network, now)
    return together(lambda: _enter(comment_id, reader, now))


def take_back_recommendation(
    comment_id: int, reader: Account, *, network: str, now: dt.datetime
) -> int:
    """Recommend a comment no longer. Gives how many still do. Raises Refused."""
    _must_be_allowed(reader, network, now)
    return together(lambda: _take_back(comment_id, reader))


def _must_be_allowed(reader: Account, network: str, now: dt.datetime) -> None:
    must_be_in_good_standing(reader, now=now)
    limits.count(
        [
            Limit(f"recommending:{reader.pk}", PER_MINUTE, 60),
            Limit(f"recommending:{network}", PER_MINUTE * 4, 60),
        ],
        now=now,
    )


def _enter(comment_id: int, reader: Account, now: dt.datetime) -> int:
    comment = _standing(comment_id)
    if comment.author_id == reader.pk:
        raise Refused(gettext("Your own comments are for others to recommend."), status=409)
    _, is_new = Recommendation.objects.get_or_create(
        comment_id=comment_id, reader=reader, defaults={"made_at": now}
    )
    return _count(comment, 1 if is_new else 0)


def _take_back(comment_id: int, reader: Account) -> int:
    comment = _standing(comment_id)
    gone, _ = Recommendation.objects.filter(comment_id=comment_id, reader=reader).delete()
    return _count(comment, -gone)


def _count(comment: Comment, more: int) -> int:
    if more:
        Comment.objects.filter(pk=comment.pk).update(recommended=F("recommended") + more)
        changed(comment.report_id)
    return comment.recommended + more


def _standing(comment_id: int) -> Comment:
    comment = Comment.objects.standing().filter(pk=comment_id).first()
    if comment is None:
        raise Refused(gettext("That comment does not stand any more."), status=404)
    return comment
