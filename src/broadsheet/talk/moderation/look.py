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

    Three queries, one more where each reader's first comment is seen first, and three when the
    house's rules were not read lately.
    """
    house, mode = house_rules(now=now), mode_of(report, now)
    rules = Rules(
        words=house.words_for(report.language),
        mode=mode.kind,
        most_links=house.site.most_links,
        most_in_ten_minutes=house.site.most_in_ten_minutes,
        most_complaints=house.site.most_complaints,
    )
    earlier = Earlier(
        own=tuple(_own(reader, editing, now)),
        others=tuple(_others(reader, now)),
        has_passed=mode.kind != "first" or _has_passed(reader, editing),
    )
    reasons = weigh(Draft(text, now), rules, earlier)
    if reasons and reader.works_at_the_desk:
        reasons = ()
    return Look("held" if reasons else "published", as_kept(reasons))


def as_kept(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    """Reasons as they are kept with a comment: plain JSON."""
    return [asdict(one) for one in reasons]


def _own(reader: Account, editing: Comment | None, now: dt.datetime) -> list[Draft]:
    # A comment that its reader deleted has no text, and counts for the rate all the same.
    return [
        Draft(one.text, one.posted_at)
        for one in Comment.objects.raw(_NEWEST_OWN, [reader.pk])
        if one.posted_at > now - _OWN_SINCE and not (editing and one.pk == editing.pk)
    ]


def _others(reader: Account, now: dt.datetime) -> list[str]:
    since = connection.ops.adapt_datetimefield_value(now - _OTHERS_SINCE)
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST_OTHERS, [reader.pk, since])
        return [str(text) for (text,) in cursor.fetchall()]


# Written out, since every post asks both: to put them together from parts takes Django longer than
# to ask them. What is old or the reader's own among the newest is left out after they are found;
# to have half an hour sorted by time would cost most while a flood comes in.
_NEWEST_OWN = f"""
SELECT id, text, posted_at FROM talk_comment
WHERE author_id = %s ORDER BY id DESC LIMIT {_MOST_OWN}
"""  # noqa: S608  # a number of our own
_NEWEST_OTHERS = f"""
SELECT text FROM (
    SELECT author_id, state, posted_at, text FROM talk_comment ORDER BY id DESC LIMIT {_MOST_OTHERS}
) AS newest
WHERE author_id <> %s AND state IN ('published', 'held', 'removed') AND posted_at > %s
"""  # noqa: S608  # likewise


def _has_passed(reader: Account, editing: Comment | None) -> bool:
    published = Comment.objects.filter(author=reader, state=Comment.State.PUBLISHED)
    return (published.exclude(pk=editing.pk) if editing else published).exists()
