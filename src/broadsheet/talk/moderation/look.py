"""A comment that comes in or is edited → whether it goes out at once, and if not, why."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, Literal

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
_SEEN = {Comment.State.PUBLISHED, Comment.State.HELD, Comment.State.REMOVED}


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
    kept = Comment.objects.exclude(pk=editing.pk) if editing else Comment.objects.all()
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
        has_passed=mode.kind != "first" or _has_passed(kept, reader),
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
    newest = Comment.objects.filter(author_id=reader.pk).order_by("-pk")
    return [
        Draft(text, posted_at)
        for pk, text, posted_at in newest.values_list("pk", "text", "posted_at")[:_MOST_OWN]
        if posted_at > now - _OWN_SINCE and not (editing and pk == editing.pk)
    ]


def _others(reader: Account, now: dt.datetime) -> list[str]:
    # The newest by number, and what is old among them left out here: to have the database sort
    # half an hour by time would cost most while a flood comes in.
    newest = Comment.objects.order_by("-pk").values_list("author_id", "state", "posted_at", "text")
    return [
        text
        for author_id, state, posted_at, text in newest[:_MOST_OTHERS]
        if author_id != reader.pk and state in _SEEN and posted_at > now - _OTHERS_SINCE
    ]


def _has_passed(kept: Any, reader: Account) -> bool:
    return bool(kept.filter(author=reader, state=Comment.State.PUBLISHED).exists())
