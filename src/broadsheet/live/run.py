"""A report → one that runs; one that runs → its wrap; and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from broadsheet.desk.models import LiveReport, ReportPage
from broadsheet.live.index_again import index_again
from broadsheet.live.touch import touch, touch_with_news


def start(report: ReportPage, *, by: Any, now: dt.datetime) -> LiveReport:
    """Let a report be written while it happens. One that is or was so already is left as it is."""
    with transaction.atomic():
        live, is_new = LiveReport.objects.get_or_create(
            report=report, defaults={"started_at": now, "latest_at": now, "changed_at": now}
        )
        if is_new:
            log(instance=report, action="broadsheet.live.start", user=by)
    return live


def let_write(live: LiveReport, writers: Iterable[Any]) -> None:
    """Say who may add entries, besides those who may publish the report."""
    live.writers.set(writers)


def wrap(live: LiveReport, text: str, *, by: Any, now: dt.datetime) -> None:
    """End it with a summary, which stands on top from now on and is read aloud.

    The wrap of one that has ended can be written anew; it has ended when it did.
    """
    with transaction.atomic():
        at = touch_with_news(live.pk, now=now)
        live.wrap, live.ended_at = text, live.ended_at or at
        live.save(update_fields=["wrap", "ended_at"])
        index_again(live.pk)
        log(instance=live.report, action="broadsheet.live.wrap", user=by)


def reopen(live: LiveReport, *, by: Any, now: dt.datetime) -> None:
    """Let it run on: its wrap is off the page, and kept for the next one."""
    with transaction.atomic():
        touch(live.pk, now=now)
        live.ended_at = None
        live.save(update_fields=["ended_at"])
        log(instance=live.report, action="broadsheet.live.reopen", user=by)
