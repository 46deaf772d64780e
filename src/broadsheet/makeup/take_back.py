"""The front that stands → the one that stood before it."""

from __future__ import annotations

from typing import Any

from wagtail.models import PageLogEntry, Revision

from broadsheet.desk.models import FrontPage
from broadsheet.makeup.send_out import publish

_PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")


def take_back(front: FrontPage, *, by: Any) -> Revision | None:
    """Publish what stood before, and give its revision; None where nothing did.

    Done twice, it brings the newer one again.
    """
    earlier = before(front)
    if earlier is not None:
        publish(earlier.as_object(), by=by, instead_of=earlier)
    return earlier


def before(front: FrontPage) -> Revision | None:
    """What was published before that which stands."""
    entries = PageLogEntry.objects.filter(
        page_id=front.pk, action__in=_PUBLISHED, revision__isnull=False
    )
    other = entries.exclude(revision=front.live_revision_id).order_by("-timestamp", "-pk")
    entry = other.select_related("revision__user").first()
    return entry.revision if entry else None
