"""Who may write under a report just now."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import ReportPage
from broadsheet.paper.newspaper_time import clock_and_day
from broadsheet.readers.models import Account
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.moderation.standing import standing
from broadsheet.talk.refused import Refused


def must_be_allowed_to_write(report: ReportPage, reader: Account, *, now: dt.datetime) -> None:
    """Raises Refused where the thread is closed, or where the reader is paused or banned."""
    if not is_open(report, now=now):
        raise Refused(gettext("The comments under this report are closed."), status=403)
    must_be_in_good_standing(reader, now=now)


def is_open(report: ReportPage, *, now: dt.datetime) -> bool:
    return mode_of(report, now).kind != "closed"


def must_be_in_good_standing(reader: Account, *, now: dt.datetime) -> None:
    """Raises Refused, with the reason that a moderator gave, where the reader may not write."""
    found = standing(reader, now)
    if found.may_write:
        return
    if found.until is None:
        sentence = gettext("You may not write comments any more. The reason: %(reason)s")
        raise Refused(sentence % {"reason": found.reason}, status=403)
    until = clock_and_day(found.until, newspaper())
    sentence = gettext("You may not write comments until %(until)s. The reason: %(reason)s")
    raise Refused(sentence % {"until": until, "reason": found.reason}, status=403)
