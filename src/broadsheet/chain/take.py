"""“I have it”: a report at a step that several people share, kept by one of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from wagtail.log_actions import log

_FIELDS = ["locked", "locked_by", "locked_at"]


def take(report: Any, user: Any, *, now: dt.datetime) -> None:
    """Lock it for everybody else, by Wagtail's own lock."""
    report.locked, report.locked_by, report.locked_at = True, user, now
    report.save(update_fields=_FIELDS)
    log(report, "wagtail.lock", user=user)


def give_back(report: Any, user: Any) -> None:
    report.locked, report.locked_by, report.locked_at = False, None, None
    report.save(update_fields=_FIELDS)
    log(report, "wagtail.unlock", user=user)
