"""What is due by the clock: blocks that end, threads that close."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from broadsheet.desk.models import ReportPage
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.moderation.claim import end_blocks
from broadsheet.talk.moderation.house_rules import HouseRules, house_rules
from broadsheet.talk.moderation.mode_of import settled
from broadsheet.talk.moderation.models import ReportTalk
from broadsheet.talk.signals import modes_changed
from broadsheet.talk.thread import changed


def keep_dates(*, now: dt.datetime) -> int:
    """Do what is due. Gives how many things were. Running it twice does nothing twice."""
    return end_blocks(now=now) + close_threads(now=now)


def close_threads(*, now: dt.datetime) -> int:
    """Have threads printed as closed whose date has come.

    Comments are refused from that second on whether or not this has run: `mode_of` looks at the
    date itself. This only makes what stands on the page say so.
    """
    rules, count = house_rules(now=now), 0
    for report in _due(rules, now):
        own = ReportTalk.objects.filter(pk=report.pk).first()
        closes_at = settled(report, own, rules, now).closes_at
        if closes_at is not None and closes_at <= now:
            with in_turn():
                ReportTalk.objects.update_or_create(pk=report.pk, defaults={"closing_told_at": now})
                changed(report.pk)
                modes_changed.send(sender=ReportTalk, page_ids=[report.pk])
            count += 1
    return count


def _due(rules: HouseRules, now: dt.datetime) -> list[ReportPage]:
    """Reports with a thread that may have closed and are not printed as closed."""
    own = Q(talk__closes_at__lte=now)
    days = [
        rules.site.closes_after_days,
        *(one.closes_after_days for one in rules.sections.values()),
    ]
    shortest = min((one for one in days if one is not None), default=None)
    if shortest is not None:
        own |= Q(first_published_at__lte=now - dt.timedelta(days=shortest))
    waiting = ReportPage.objects.filter(
        own, thread__isnull=False, talk__closing_told_at__isnull=True, are_comments_open=True
    )
    return list(waiting.only("pk", "path", "first_published_at", "are_comments_open"))
