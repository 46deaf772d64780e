"""The desk's flat lists: all reports, all sections."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from broadsheet.desk.models import ReportPage, SectionPage


class ReportIndexView(IndexView):
    add_item_label = _("Write a report")

    def get_base_queryset(self) -> Any:
        return (
            super()
            .get_base_queryset()
            .prefetch_related("byline__author", "embargoes", "translation_of__embargoes")
        )


def _embargo(report: ReportPage) -> str:
    """Until when it is held; nothing where it is not."""
    until = report.embargo_until
    if until is None or not report.is_held(now=timezone.now()):
        return ""
    return str(date_format(timezone.localtime(until), "SHORT_DATETIME_FORMAT"))


class ReportList(PageListingViewSet):
    """Every report of the paper, the one last worked on first."""

    model = ReportPage
    icon = "doc-full"
    menu_label = _("Reports")
    menu_name = "all-reports"  # Wagtail's own overviews are called reports
    menu_order = 100
    add_to_admin_menu = True
    index_view_class = ReportIndexView
    list_filter: ClassVar = ["live", "language", "topics", "byline__author"]
    columns: ClassVar = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Headline"), sort_key="title", classname="title"),
        ParentPageColumn("parent", label=_("Section")),
        Column("byline", label=_("Byline"), accessor="writers"),
        DateColumn(
            "first_published_at", label=_("Published"), sort_key="first_published_at", width="11%"
        ),
        DateColumn(
            "latest_revision_created_at",
            label=_("Last edited"),
            sort_key="latest_revision_created_at",
            width="11%",
        ),
        Column("embargo", label=_("Embargo"), accessor=_embargo),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
    ]


class SectionIndexView(IndexView):
    add_item_label = _("Open a section")
    default_ordering = "ord"  # as they stand in the paper


class SectionList(PageListingViewSet):
    """Every section, in the order of the paper."""

    model = SectionPage
    icon = "folder-open-inverse"
    menu_label = _("Sections")
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = SectionIndexView
    columns: ClassVar = [
        PageTitleColumn("title", label=_("Section"), sort_key="title", classname="title"),
        ParentPageColumn("parent", label=_("Stands in")),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
    ]
