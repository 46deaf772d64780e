"""A photo → what of the paper shows it, published or being written."""

from __future__ import annotations

from wagtail.models import ReferenceIndex

from broadsheet.desk.models import Author, LiveEntry, Photo, ReportPage
from broadsheet.desk.photos_in import Placed, photos_in


def reports_with(photo: Photo) -> list[ReportPage]:
    """The reports that show it, published ones first and the newest of them on top."""
    entries = LiveEntry.objects.standing().filter(photo=photo)
    shown = _noted(photo).union(entries.values_list("live_id", flat=True))
    reports = ReportPage.objects.filter(pk__in=shown).order_by("-live", "-first_published_at")
    return [report for report in reports if _shows(report, photo)]


def is_in_text(photo: Photo, report: ReportPage) -> bool:
    """Whether it leads the report or stands in its body, and not in its entries alone."""
    return any(one.photo == photo and one.field for one in _placed(report))


def authors_with(photo: Photo) -> list[Author]:
    """The authors whose portrait it is."""
    return list(Author.objects.filter(portrait=photo))


def _noted(photo: Photo) -> set[int]:
    """Those of which Wagtail has noted it. It does so a moment after they were saved."""
    references = ReferenceIndex.get_references_to(photo)
    return {
        int(reference.object_id)
        for reference in references
        if reference.content_type.model_class() is ReportPage
    }


def _shows(report: ReportPage, photo: Photo) -> bool:
    return any(one.photo == photo for one in _placed(report))


def _placed(report: ReportPage) -> list[Placed]:
    """In what is published, and in the draft that may lie over it."""
    placed = photos_in(report)
    if report.has_unpublished_changes:
        placed += photos_in(report.get_latest_revision_as_object())
    return placed
