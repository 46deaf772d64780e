"""An entry that readers have seen → the same, changed, and they are told so."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from broadsheet.desk.models import EntryCorrection, LiveEntry, Photo
from broadsheet.live.index_again import index_again
from broadsheet.live.refused import Refused
from broadsheet.live.touch import touch, touch_with_news


def change(
    entry: LiveEntry,
    *,
    headline: str,
    text: str,
    photo: Photo | None,
    correction: str,
    now: dt.datetime,
) -> LiveEntry:
    """Change what an entry says. What was wrong, if `correction` says it, stays under it.

    Raises Refused where the entry was taken down meanwhile.
    """
    with transaction.atomic():
        at = (touch_with_news if correction else touch)(entry.live_id, now=now)
        _must_stand(entry)
        if correction:
            EntryCorrection.objects.create(entry=entry, text=correction, corrected_at=at)
        if (headline, text, photo) != (entry.headline, entry.text, entry.photo):
            entry.headline, entry.text, entry.photo, entry.edited_at = headline, text, photo, at
        entry.changed_at = at
        entry.save(update_fields=["headline", "text", "photo", "edited_at", "changed_at"])
        index_again(entry.live_id)
    return entry


def pin(entry: LiveEntry, *, is_key: bool, now: dt.datetime) -> None:
    """Put an entry among the key moments, or take it from them. Raises Refused."""
    with transaction.atomic():
        entry.changed_at = touch(entry.live_id, now=now)
        _must_stand(entry)
        entry.is_key = is_key
        entry.save(update_fields=["is_key", "changed_at"])


def hang(entry: LiveEntry, photo: Photo | None, *, now: dt.datetime) -> None:
    """Put another photo under an entry, or none. What it says is what it said. Raises Refused."""
    with transaction.atomic():
        entry.changed_at = touch(entry.live_id, now=now)
        _must_stand(entry)
        entry.photo = photo
        entry.save(update_fields=["photo", "changed_at"])


def show_anew(entry: LiveEntry, *, now: dt.datetime) -> None:
    """Have the pages that are open fetch an entry once more: its photo is shown otherwise now."""
    with transaction.atomic():
        entry.changed_at = touch(entry.live_id, now=now)
        entry.save(update_fields=["changed_at"])


def take_down(entry: LiveEntry, *, reason: str, now: dt.datetime) -> None:
    """Take an entry from the readers' pages. With a reason, its place says so and why."""
    with transaction.atomic():
        entry.changed_at = touch_with_news(entry.live_id, now=now)
        _must_stand(entry)
        entry.withdrawn_at, entry.reason = entry.changed_at, reason
        entry.save(update_fields=["withdrawn_at", "reason", "changed_at"])
        index_again(entry.live_id)


def _must_stand(entry: LiveEntry) -> None:
    if not LiveEntry.objects.filter(pk=entry.pk, withdrawn_at=None).exists():
        raise Refused(gettext("This entry was taken down already."))
