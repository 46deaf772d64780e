"""What both databases do with entries of the index, given as the queryset of them all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Avg
from django.db.models.functions import Length

# So many titles stand for all of them; a rebuild of the index still reckons with every one.
_LATEST = 200


def mean_length(entries: Any) -> float | None:
    """Of the latest titles among these entries: in letters in SQLite, in words in PostgreSQL."""
    titled = entries.annotate(length=Length("title")).filter(length__gt=0).order_by("-pk")
    mean = titled[:_LATEST].aggregate(mean=Avg("length"))["mean"]
    return None if mean is None else float(mean)


def enter(entries: Any, new: Iterable[Any], columns: Iterable[str]) -> None:
    """Enter each, or enter it anew, with how much its title counts."""
    entries.bulk_create(
        new,
        update_conflicts=True,
        unique_fields=["content_type", "object_id"],
        update_fields=[*columns, "title_norm"],
    )
