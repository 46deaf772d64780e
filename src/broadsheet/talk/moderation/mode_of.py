"""A report → who may comment under it now, and whose comments are seen first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.desk.models import ReportPage
from broadsheet.talk.moderation.house_rules import HouseRules, SectionRule, house_rules
from broadsheet.talk.moderation.models import ModeChoice, ReportTalk
from broadsheet.talk.moderation.pipeline.weigh import ModeKind

_KINDS: dict[str, ModeKind] = {"open": "open", "first": "first", "all": "all", "closed": "closed"}


@dataclass(frozen=True, slots=True)
class Mode:
    """`closes_at` is when the thread closes or has closed by itself; None where it does not."""

    kind: ModeKind
    closes_at: dt.datetime | None = None


def mode_of(report: ReportPage, now: dt.datetime) -> Mode:
    """The report's own mode, else its nearest section's, else the paper's.

    A report whose comments its editor has not opened is closed. One query, and two more when the
    house's rules were not read lately.
    """
    rules = house_rules(now=now)
    return settled(report, _own(report), rules, now)


def _own(report: ReportPage) -> ReportTalk | None:
    """What is set for this report; whoever read it along with the report does not ask again."""
    if ReportPage.talk.is_cached(report):
        return getattr(report, "talk", None)
    return ReportTalk.objects.filter(pk=report.pk).first()


def settled(
    report: ReportPage, own: ReportTalk | None, rules: HouseRules, now: dt.datetime
) -> Mode:
    """The same from what was read already."""
    closes_at = own.closes_at if own and own.closes_at else _closing(report, rules)
    wanted = [own.mode if own else "", *(rule.mode for rule in _nearest(report, rules))]
    kind = next(filter(None, wanted), rules.site.mode)
    is_over = closes_at is not None and now >= closes_at
    if is_over or not report.are_comments_open:
        kind = ModeChoice.CLOSED
    return Mode(_KINDS[kind], closes_at)


def _closing(report: ReportPage, rules: HouseRules) -> dt.datetime | None:
    set_below = [rule.closes_after_days for rule in _nearest(report, rules)]
    days = next((one for one in set_below if one is not None), rules.site.closes_after_days)
    if days is None or report.first_published_at is None:
        return None
    published_at: dt.datetime = report.first_published_at
    return published_at + dt.timedelta(days=days)


def _nearest(report: ReportPage, rules: HouseRules) -> Iterator[SectionRule]:
    """The rules of the sections above it, the nearest first."""
    path, step = report.path, ReportPage.steplen
    for end in range(len(path) - step, 0, -step):
        if rule := rules.sections.get(path[:end]):
            yield rule
