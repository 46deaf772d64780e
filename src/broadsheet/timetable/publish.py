"""A page that is due → published, or taken out of the paper when its time is over."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from wagtail.models import Page, Revision

from broadsheet.timetable.late import note_late


def publish(revision_id: int, *, now: dt.datetime) -> bool:
    """Publish what was approved for this minute; False where another worker has done it.

    The row is read once more inside the transaction that publishes it, so of any number of workers
    one finds it due.
    """
    with transaction.atomic():
        revision = (
            Revision.objects.page_revisions()
            .select_for_update()
            .filter(pk=revision_id, approved_go_live_at__lte=now)
            .first()
        )
        if revision is None:
            return False
        due_at = revision.approved_go_live_at
        revision.publish(log_action="wagtail.publish.scheduled")
        note_late(int(revision.object_id), due_at=due_at, out_at=now)
    return True


def expire(page_id: int, *, now: dt.datetime) -> bool:
    """Take out of the paper what stood in it for as long as it should; False as above."""
    with transaction.atomic():
        page = (
            Page.objects.select_for_update()
            .filter(pk=page_id, live=True, expire_at__lte=now)
            .first()
        )
        if page is None:
            return False
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True
