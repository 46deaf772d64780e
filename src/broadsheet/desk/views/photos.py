"""The desk's list of photos: whose each is, and whether its picture has come."""

from __future__ import annotations

from typing import Any

from django.forms import RadioSelect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter  # type: ignore[import-untyped]  # it has no types
from wagtail.admin.ui.tables import Column
from wagtail.images.views.images import ImagesFilterSet, IndexView, TitleColumnWithFilename


class PhotoFilterSet(ImagesFilterSet):
    is_awaited = ChoiceFilter(
        label=_("Picture"),
        choices=[("True", _("Waits for its picture")), ("False", _("Has come"))],
        empty_label=_("Any"),
        widget=RadioSelect,
    )


class PhotoTitleColumn(TitleColumnWithFilename):
    cell_template_name = "desk/photo_title_cell.html"


class PhotoList(IndexView):
    """Wagtail's list of images in the newsroom's words, with credit and state of each."""

    page_title = _("Photos")
    add_item_label = _("Add photos")
    filterset_class = PhotoFilterSet
    results_template_name = "desk/photo_list.html"

    @cached_property
    def columns(self) -> list[Any]:
        columns = list(super().columns)
        titles = [at for at, column in enumerate(columns) if column.name == "title"]
        for at in titles:
            columns[at] = PhotoTitleColumn(
                "title",
                label=_("Title"),
                sort_key="title",
                get_url=self.get_edit_url,
                width="35%",
                classname="title-with-filename",
            )
            columns.insert(at + 1, Column("credit", label=_("Credit")))
        return columns
