"""A mode has changed → the log, and the threads that say something else from now on."""

from __future__ import annotations

import datetime as dt

from django.db.models import F

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Thread
from broadsheet.talk.moderation.decide import name_of
from broadsheet.talk.moderation.models import Decision, ReportTalk, SectionTalk, TalkSettings
from broadsheet.talk.signals import modes_changed

Place = TalkSettings | SectionTalk | ReportTalk


def print_again(place: Place) -> None:
    """Have every thread and every report printed for which it holds, open or closed as it is now.

    Call it in the transaction of the change.
    """
    threads, told = Thread.objects.all(), ReportTalk.objects.all()
    if isinstance(place, ReportTalk):
        threads, told = threads.filter(pk=place.pk), told.filter(pk=place.pk)
    elif isinstance(place, SectionTalk):
        below = ReportPage.objects.descendant_of(place.section).values("pk")
        threads, told = threads.filter(pk__in=below), told.filter(pk__in=below)
    told.filter(closing_told_at__isnull=False).update(closing_told_at=None)
    threads.update(changes=F("changes") + 1)
    modes_changed.send(sender=type(place), page_ids=[_page_id(place)])


def log_mode(place: Place, *, moderator: Account, now: dt.datetime) -> Decision:
    """Enter it: which place, which mode, until when."""
    closes_at = getattr(place, "closes_at", None)
    days = getattr(place, "closes_after_days", None)
    written = f"{_name(place)}: {place.mode or 'as above'}"
    if days is not None:
        written += f", closes after {days} days"
    return Decision.objects.create(
        report_id=place.pk if isinstance(place, ReportTalk) else None,
        moderator=moderator,
        moderator_name=name_of(moderator),
        kind=Decision.Kind.MODE,
        reason=written,
        until=closes_at,
        made_at=now,
    )


def _page_id(place: Place) -> int:
    return int(place.site.root_page_id if isinstance(place, TalkSettings) else place.pk)


def _name(place: Place) -> str:
    if isinstance(place, ReportTalk):
        return str(place.report.title)
    return str(place.section.title) if isinstance(place, SectionTalk) else "the paper"
