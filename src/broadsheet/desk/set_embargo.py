"""An embargo is set, moved or lifted → what was approved under it is set for its minute anew."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import log
from wagtail.models import Revision

from broadsheet.desk.embargo_guard import SENTENCE
from broadsheet.desk.models import Embargo, ReportPage


class IsOut(Exception):
    """Readers have the report, or another one under the same embargo, already."""


def set_embargo(
    report: ReportPage, *, until: dt.datetime, terms: str, by: Any, now: dt.datetime
) -> Embargo:
    """Hold the report until then, with its aliases, its translations and who shares its embargo.

    What was approved is set for the later of that minute and its own. Raises IsOut.
    """
    try:
        with transaction.atomic():
            return _set(report, until=until, terms=terms, by=by, now=now)
    except IntegrityError as error:
        # It was published since it was asked for here; the database knew.
        if SENTENCE in str(error):
            raise IsOut from error
        raise


def lift_embargo(report: ReportPage, *, by: Any, now: dt.datetime) -> list[ReportPage]:
    """End it now. Gives the reports that are out by that: those that were approved already."""
    with transaction.atomic():
        bound = bound_with(report, now=now)
        for embargo in Embargo.objects.over(report).in_force(now=now):
            before, embargo.until = embargo.until, now
            embargo.save(update_fields=["until"])
            for one in bound:
                _set_again(one, before, by)
            _note("desk.embargo.lifted", report, embargo, by)
    return [one for one in bound if ReportPage.objects.live().filter(pk=one.pk).exists()]


def bound_with(report: ReportPage, *, now: dt.datetime) -> list[ReportPage]:
    """The report, and all that is held or let out with it.

    That is whatever stands under the embargo that holds it, such as copies; and of all these the
    aliases and the translations.
    """
    embargoes = Embargo.objects.over(report).in_force(now=now)
    sharing = ReportPage.objects.filter(embargoes__in=embargoes).exclude(pk=report.pk).distinct()
    found = {one.pk: one for one in (report, *sharing)}
    while more := ReportPage.objects.filter(
        Q(alias_of__in=found) | Q(translation_of__in=found)
    ).exclude(pk__in=found):
        found |= {one.pk: one for one in more}
    return list(found.values())


def _set(
    report: ReportPage, *, until: dt.datetime, terms: str, by: Any, now: dt.datetime
) -> Embargo:
    bound = bound_with(report, now=now)
    if any(one.live for one in bound):
        raise IsOut
    embargo = Embargo.objects.over(report).in_force(now=now).first() or Embargo()
    before = embargo.until
    # A revision keeps no parts of a second, and is compared with this.
    embargo.until = until.replace(microsecond=0)
    embargo.terms, embargo.set_by, embargo.set_at = terms, by, now
    embargo.save()
    for one in bound:
        # A translation is bound through its original, and for as long as it is one.
        if not Embargo.objects.over(one).filter(pk=embargo.pk).exists():
            one.embargoes.add(embargo)
    for one in bound:
        _set_again(one, before, by)
    _note("desk.embargo.set", report, embargo, by)
    return embargo


def _set_again(report: ReportPage, before: dt.datetime | None, by: Any) -> None:
    """Forget the end of the old embargo where it stands for a choice of a minute, then set it."""
    latest = Revision.objects.for_instance(report).filter(pk=report.latest_revision_id)
    approved = Revision.objects.for_instance(report).filter(approved_go_live_at__isnull=False)
    for revision in latest | approved:
        minute = revision.content.get("go_live_at")
        if minute and parse_datetime(minute) == before:
            revision.content["go_live_at"] = None
            revision.save(update_fields=["content"])
    for revision in approved:
        revision.publish(user=by, changed=False, skip_permission_checks=True)


def _note(action: str, report: ReportPage, embargo: Embargo, by: Any) -> None:
    data = {"until": embargo.until.isoformat(), "terms": embargo.terms}
    log(instance=report, action=action, user=by, data=data)
