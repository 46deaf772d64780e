"""A photo → what of the paper shows it, published or being written."""

from __future__ import annotations

from wagtail.models import ReferenceIndex

from broadsheet.desk.models import Author, Photo, ReportPage
from broadsheet.desk.photos_in import photos_in


def reports_with(photo: Photo) -> list[ReportPage]:
    """The reports that show it, published ones first and the newest of them on top."""
    noted = ReportPage.objects.filter(pk__in=_noted(photo)).order_by("-live", "-first_published_at")
    return [report for report in noted if _shows(report, photo)]


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
    states = [report]
    if report.has_unpublished_changes:
        states.append(report.get_latest_revision_as_object())
    return any(one.photo == photo for state in states for one in photos_in(state))
