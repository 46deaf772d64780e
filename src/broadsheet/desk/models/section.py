from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.query import PageQuerySet

from broadsheet.desk.models.printed import PrintedPage, name_panel, two_tabs


def voices() -> list[tuple[str, str]]:
    """The voices of `broadsheet.toml`, by name, each with its language."""
    return [(voice.name, f"{voice.name} ({voice.language})") for voice in settings.CONFIG.voice]


class SectionQuerySet(PageQuerySet):
    def at_the_top(self) -> SectionQuerySet:
        """Those that stand in the masthead, below the front page, as they stand there."""
        return self.filter(depth=3).order_by("path")


class SectionPage(PrintedPage):
    """A section of the paper. Sections nest; reports stand in them."""

    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_("One sentence under the section's name, for readers and search engines."),
    )

    is_read_aloud = models.BooleanField(
        _("its reports are read aloud"),
        default=True,
        help_text=_("Off, nothing of this section and of those below it is read."),
    )
    voice = models.CharField(
        _("voice"),
        max_length=40,
        blank=True,
        choices=voices,
        help_text=_("Reports in this voice's language are read by it, here and below."),
    )

    objects = Page.objects.__class__.from_queryset(SectionQuerySet)()

    page_description = _("Holds reports, and sections of its own.")
    edit_handler = two_tabs(
        [
            name_panel(),
            FieldPanel("description"),
            MultiFieldPanel([FieldPanel("is_read_aloud"), FieldPanel("voice")], _("Audio reports")),
        ],
        _("Section"),
    )
    parent_page_types: ClassVar = ["desk.FrontPage", "desk.SectionPage"]
    subpage_types: ClassVar = ["desk.SectionPage", "desk.ReportPage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @classmethod
    def add_panel(cls, panel: Any) -> None:
        """Show one more panel in the form, as `ReportPage.add_panel` does for a report."""
        cls.edit_handler.children[0].children.append(panel)
