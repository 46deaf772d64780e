"""A comment that comes in or is edited → whether it goes out at once, and if not, why."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, Literal

from django.db import connection

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.house_rules import house_rules
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.moderation.pipeline.reason import Reason
from broadsheet.talk.moderation.pipeline.weigh import Draft, Earlier, Rules, weigh

_OWN_SINCE = dt.timedelta(hours=24)
_MOST_OWN = 20
_OTHERS_SINCE = dt.timedelta(minutes=30)
_MOST_OTHERS = 40


@dataclass(frozen=True, slots=True)
class Look:
    """`reasons` are to be kept with the comment as they are; none where it is published."""

    state: Literal["published", "held"]
    reasons: list[dict[str, Any]]


def look(
    *,
    report: ReportPage,
    reader: Account,
    text: str,
    now: dt.datetime,
    editing: Comment | None = None,
) -> Look:
    """What the pipeline says. Whoever works at the desk is not held.

    One query, one more where each reader's first comment is seen first, and three when the house's
    rules were not read lately.
    """
    house, mode = house_rules(now=now), mode_of(report, now)
    rules = Rules(
        words=house.words_for(report.language),
        mode=mode.kind,
        most_links=house.site.most_links,
        most_in_ten_minutes=house.site.most_in_ten_minutes,
        most_complaints=house.site.most_complaints,
    )
    own, others = _newest(reader, editing, now)
    earlier = Earlier(
        own=own,
        others=others,
        has_passed=mode.kind != "first" or _has_passed(reader, editing),
    )
    reasons = weigh(Draft(text, now), rules, earlier)
    if reasons and reader.works_at_the_desk:
        reasons = ()
    return Look("held" if reasons else "published", as_kept(reasons))


def as_kept(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    """Reasons as they are kept with a comment: plain JSON."""
    return [asdict(one) for one in reasons]


def _newest(
    reader: Account, editing: Comment | None, now: dt.datetime
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """What this reader wrote of late, and what others did."""
    own_since, others_since = (
        connection.ops.adapt_datetimefield_value(now - since)
        for since in (_OWN_SINCE, _OTHERS_SINCE)
    )
    with connection.cursor() as cursor:
        edited = editing.pk if editing else 0
        cursor.execute(_NEWEST, [reader.pk, edited, own_since, reader.pk, others_since])
        found = cursor.fetchall()
    # A comment that its reader deleted has no text, and counts for the rate all the same.
    own = tuple(Draft(text, _moment(posted_at)) for is_own, text, posted_at in found if is_own)
    return own, tuple(text for is_own, text, _ in found if not is_own)


def _moment(told: dt.datetime) -> dt.datetime:
    """A time as the database gives it: SQLite's is in UTC and does not say so."""
    return told if told.tzinfo else told.replace(tzinfo=dt.UTC)


# Written out, since every post asks: to put it together from parts takes Django longer than to ask
# it. What is old or the reader's own among the newest is left out after they are found; to have
# half an hour sorted by time would cost most while a flood comes in.
_NEWEST = f"""
SELECT 1, text, posted_at FROM (
    SELECT id, text, posted_at FROM talk_comment
    WHERE author_id = %s ORDER BY id DESC LIMIT {_MOST_OWN}
) AS own
WHERE id <> %s AND posted_at > %s
UNION ALL
SELECT 0, text, posted_at FROM (
    SELECT author_id, state, posted_at, text FROM talk_comment ORDER BY id DESC LIMIT {_MOST_OTHERS}
) AS newest
WHERE author_id <> %s AND state IN ('published', 'held', 'removed') AND posted_at > %s
"""  # noqa: S608  # numbers of our own


def _has_passed(reader: Account, editing: Comment | None) -> bool:
    published = Comment.objects.filter(author=reader, state=Comment.State.PUBLISHED)
    return (published.exclude(pk=editing.pk) if editing else published).exists()
