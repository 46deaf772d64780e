from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError
from django.utils.translation import gettext

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk import limits
from broadsheet.talk.appear import appear
from broadsheet.talk.limits import Limit
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.look import look
from broadsheet.talk.permission import must_be_allowed_to_write
from broadsheet.talk.refused import Refused
from broadsheet.talk.together import together
from broadsheet.talk.wording import wording

REPLIES_AT_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader sends. `key` is the browser's own name for this post, the same at every try.

    `parent` is the number of the comment that is answered, or None. `network` is the block of
    addresses that it comes from.
    """

    key: UUID
    typed: str
    network: str
    parent: int | None = None


def post(draft: Draft, report: ReportPage, reader: Account, *, now: dt.datetime) -> Comment:
    """Enter a comment under `report`. When this returns, it is on the disk. Raises Refused.

    A draft that was entered before gives the comment that it became.
    """
    must_be_allowed_to_write(report, reader, now=now)
    text = wording(draft.typed, longest=settings.CONFIG.talk.longest)
    try:
        limits.count(_limits(draft, report, reader), now=now)
        return together(lambda: _enter(draft, text, report, reader, now))
    except (Refused, IntegrityError):
        # A second try, most likely. It is looked for last because it is rare.
        if entered := Comment.objects.filter(author_id=reader.pk, key=draft.key).first():
            return entered
        raise


def _limits(draft: Draft, report: ReportPage, reader: Account) -> list[Limit]:
    talk = settings.CONFIG.talk
    return [
        Limit(f"reader:{reader.pk}", talk.reader_per_minute, 60),
        Limit(f"reader:{reader.pk}", talk.reader_per_hour, 3600),
        Limit(f"network:{draft.network}", talk.network_per_minute, 60),
        Limit(f"report:{report.pk}", talk.report_per_minute, 60),
    ]


def _enter(
    draft: Draft, text: str, report: ReportPage, reader: Account, now: dt.datetime
) -> Comment:
    parent = _answered(draft.parent, report) if draft.parent else None
    seen = look(report=report, reader=reader, text=text, now=now, editing=None)
    comment = Comment(
        report=report,
        author=reader,
        parent=parent,
        key=draft.key,
        text=text,
        state=seen.state,
        held_because=seen.reasons,
        posted_at=now,
    )
    comment.enter()
    if comment.state == Comment.State.PUBLISHED:
        appear(comment, now=now)
    return comment


def _answered(parent_id: int, report: ReportPage) -> Comment:
    parent = (
        Comment.objects.on(report.pk).standing().filter(pk=parent_id, parent__isnull=True).first()
    )
    if parent is None:
        raise Refused(gettext("The comment that you answer does not stand any more."), status=409)
    if Comment.objects.standing().filter(parent_id=parent_id).count() >= REPLIES_AT_MOST:
        raise Refused(
            gettext("This comment has been answered often enough. Please write one of your own."),
            status=409,
        )
    return parent
