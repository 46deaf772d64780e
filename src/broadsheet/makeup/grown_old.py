"""A front → the stories that an editor set on top of it, and that have grown old there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from broadsheet.desk.models import FrontPage, ReportPage


@dataclass(frozen=True, slots=True)
class Aged:
    """A report and when it last had news: its publication, a change of substance, an entry."""

    report: ReportPage
    since: dt.datetime


def grown_old(front: FrontPage, *, now: dt.datetime) -> tuple[Aged, ...]:
    """Those without news for longer than the front allows, as they stand on it."""
    oldest = now - dt.timedelta(hours=front.old_after_hours)
    aged = (Aged(report, news_at(report)) for report in front.set_on_top())
    return tuple(one for one in aged if one.since < oldest)


def news_at(report: ReportPage) -> dt.datetime:
    """When a published report last had news; for a live report, that is with its latest entry."""
    at: dt.datetime = report.substance_changed_at or report.first_published_at
    return max(at, report.live_run.latest_at) if report.live_run else at
