"""An arranged front → kept as a draft, published now, or set to go out at a time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from broadsheet.desk.models import FrontPage


def keep(front: FrontPage, *, by: Any) -> Revision:
    """A revision that nobody reads but the desk."""
    front.go_live_at = None
    return front.save_revision(user=by, log_action=True)


def publish(front: FrontPage, *, by: Any, instead_of: Revision | None = None) -> None:
    """Let it stand from now on. What is set to go out later stays so.

    `instead_of` is the earlier revision that it is made of, for the log.
    """
    with transaction.atomic():
        _note_standing(front)
        waiting = scheduled(front)
        front.go_live_at = None
        revision = front.save_revision(user=by, log_action=True, previous_revision=instead_of)
        revision.publish(user=by, previous_revision=instead_of)
        if waiting:
            # Wagtail lets every time go as soon as anything is published.
            waiting.approved_go_live_at = waiting.as_object().go_live_at
            waiting.save(update_fields=["approved_go_live_at"])


def schedule(front: FrontPage, *, at: dt.datetime, by: Any) -> None:
    """Let it go out at that time, in the place of what was set to go out before."""
    with transaction.atomic():
        _note_standing(front)
        front.go_live_at = at
        front.save_revision(user=by, log_action=True).publish(user=by)


def scheduled(front: FrontPage) -> Revision | None:
    """What is to go out later."""
    return front.revisions.filter(approved_go_live_at__isnull=False).first()


def _note_standing(front: FrontPage) -> None:
    """The front that a newsroom is founded with has no revision to come back to."""
    standing = FrontPage.objects.get(pk=front.pk)
    if standing.live and standing.live_revision_id is None:
        standing.save_revision(changed=False).publish(changed=False)
        front.refresh_from_db(fields=["live_revision", "latest_revision"])
