from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from broadsheet.desk.models.printed import PrintedPage, name_panel, two_tabs


class SectionPage(PrintedPage):
    """A section of the paper. Sections nest; reports stand in them."""

    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_("One sentence under the section's name, for readers and search engines."),
    )

    page_description = _("Holds reports, and sections of its own.")
    edit_handler = two_tabs([name_panel(), FieldPanel("description")], _("Section"))
    parent_page_types: ClassVar = ["desk.FrontPage", "desk.SectionPage"]
    subpage_types: ClassVar = ["desk.SectionPage", "desk.ReportPage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
