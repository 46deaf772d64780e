"""A page that did not come out in its minute → the row from which people are told."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from broadsheet.timetable.models import PATIENCE, Lateness


def note_late(page_id: int, *, due_at: dt.datetime, out_at: dt.datetime) -> None:
    """Keep that it came out too late; what came out within its minute is not late."""
    if out_at - due_at > PATIENCE:
        _note(page_id, due_at, out_at=out_at, not_before=out_at)


def note_stuck(revision_id: int, error: Exception) -> None:
    """Keep that it is due and does not come out, and why. Twice is once."""
    revision = Revision.objects.page_revisions().filter(pk=revision_id).first()
    if revision and revision.approved_go_live_at:
        due_at = revision.approved_go_live_at
        trouble = _sentence(error)
        _note(int(revision.object_id), due_at, trouble=trouble, not_before=due_at + PATIENCE)


def note_out(instance: Page, **_: object) -> None:
    """Called when a page is published, by whomever: what was stuck is so no more."""
    if instance.live:
        now = timezone.now()
        stuck = Lateness.objects.filter(page=instance.pk, out_at__isnull=True)
        stuck.filter(due_at__gte=now - PATIENCE).delete()
        stuck.update(out_at=now)


def _sentence(error: Exception) -> str:
    """What the desk said of it, or else what broke."""
    if isinstance(error, ValidationError):
        return " ".join(str(message) for message in error.messages)
    return f"{type(error).__name__}: {error}"


def _note(page_id: int, due_at: dt.datetime, *, not_before: dt.datetime, **known: Any) -> None:
    first = {"set_by_id": _set_by(page_id), "not_before": not_before}
    Lateness.objects.update_or_create(
        page_id=page_id, due_at=due_at, defaults=known, create_defaults=first | known
    )


def _set_by(page_id: int) -> int | None:
    """Who scheduled it last."""
    entries = PageLogEntry.objects.filter(page=page_id, action="wagtail.publish.schedule")
    return entries.order_by("-timestamp", "-pk").values_list("user_id", flat=True).first()
