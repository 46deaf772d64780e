"""The photos in print whose licence ends within a week, or has ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from broadsheet.desk.models import Author, Photo, ReportPage
from broadsheet.desk.used_in import authors_with, reports_with

AHEAD = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Ending:
    """A photo, and where it stands; `has_ended` says that readers do not see it there any more."""

    photo: Photo
    reports: tuple[ReportPage, ...]
    authors: tuple[Author, ...]
    has_ended: bool


def ending(*, now: dt.datetime) -> list[Ending]:
    """The one that ends first on top; a photo that stands nowhere is nobody's concern."""
    photos = Photo.objects.filter(licensed_until__lte=now + AHEAD).order_by("licensed_until", "pk")
    found = [
        Ending(
            photo=photo,
            reports=tuple(reports_with(photo)),
            authors=tuple(authors_with(photo)),
            has_ended=photo.has_lapsed(now=now),
        )
        for photo in photos
    ]
    return [one for one in found if one.reports or one.authors]
