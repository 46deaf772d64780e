"""A reader has reported a comment → it comes to the queue, and may have to wait there."""

from __future__ import annotations

import datetime as dt

from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.house_rules import house_rules
from broadsheet.talk.moderation.look import as_kept
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.pipeline.weigh import Draft, Earlier, Rules, weigh
from broadsheet.talk.moderation.pipeline.word_list import WordList
from broadsheet.talk.thread import changed

_NO_WORDS = WordList(())


def complained(comment: Comment, now: dt.datetime) -> None:
    """Hold a published comment that more readers have reported than the newsroom lets stand.

    One that a moderator has let stand is not held again: it comes to the queue of the reported, for
    a crowd must not outvote a decision. To be called in the transaction of the complaint.
    """
    if comment.state != Comment.State.PUBLISHED:
        return
    rules = Rules(_NO_WORDS, most_complaints=house_rules(now=now).site.most_complaints)
    count = comment.complaints.filter(answered_at__isnull=True).count()
    reasons = weigh(Draft("", now), rules, Earlier(complaints=count))
    if not reasons or _was_let_stand(comment):
        return
    held = Comment.objects.filter(pk=comment.pk, state=Comment.State.PUBLISHED)
    if held.update(state=Comment.State.HELD, held_because=as_kept(reasons)):
        comment.refresh_from_db(fields=["state", "held_because"])
        changed(comment.report_id)


def _was_let_stand(comment: Comment) -> bool:
    kinds = (Decision.Kind.PUBLISH, Decision.Kind.UPHOLD, Decision.Kind.RESTORE)
    return Decision.objects.filter(comment=comment, kind__in=kinds).exists()
