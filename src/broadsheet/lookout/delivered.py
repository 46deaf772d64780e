"""This machine's copy of the site → how far it has come, where the site is kept in a store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Min

from broadsheet.duty import is_on_duty
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.deliver import LOCK, bookmark
from broadsheet.press.models import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """`behind` are the changes that were not followed yet, `behind_seconds` since when the first
    of them waits, and `last_seconds` since when the last one was followed, if any was."""

    is_alive: bool
    behind: int
    behind_seconds: float
    last_seconds: float | None


def delivered(*, now: dt.datetime) -> Delivered:
    """Raises database errors."""
    file = bookmark(settings.CONFIG)
    at = Bookmark.read(file) or Bookmark()
    waiting = Change.objects.filter(pk__gt=at.number).aggregate(
        number=Count("pk"), since=Min("made_at")
    )
    since, last = waiting["since"], file.stat().st_mtime if file.exists() else None
    return Delivered(
        is_alive=is_on_duty(settings.CONFIG.var / LOCK),
        behind=waiting["number"],
        behind_seconds=max(0.0, (now - since).total_seconds()) if since else 0.0,
        last_seconds=None if last is None else max(0.0, now.timestamp() - last),
    )
