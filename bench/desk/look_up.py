"""Reports that came in → whether each of them is found by its words and known where it is used."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from broadsheet.desk.models import ReportPage


def look_up(*, progress: Callable[[str], None]) -> dict[str, int]:
    """Gives how many reports there are, how many are searchable and how many are linked, and how
    many a search for the last one's headline finds."""
    kind = ContentType.objects.get_for_model(ReportPage)
    progress("looking the reports up")
    last = ReportPage.objects.latest("pk")
    linked = ReferenceIndex.objects.filter(content_type=kind, model_path="byline.item.author")
    return {
        "reports": ReportPage.objects.count(),
        "searchable": IndexEntry.objects.filter(content_type=kind).count(),
        "linked": linked.values("object_id").distinct().count(),
        "found": len(ReportPage.objects.search(last.title, operator="and")),
    }
