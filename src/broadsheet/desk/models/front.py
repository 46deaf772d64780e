from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.models import Orderable

from broadsheet.desk.models.printed import PrintedPage
from broadsheet.desk.page_form import PageForm


class FrontPage(PrintedPage):
    """The front of the paper: the editor sets lead and top stories, the rivers fill themselves."""

    lead = models.ForeignKey(
        "desk.ReportPage",
        verbose_name=_("lead"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty, the newest report leads."),
    )

    # It stays where it is and its name is the masthead's, so it has no address and no times.
    edit_handler = ObjectList(
        [
            MultiFieldPanel([PageChooserPanel("lead", "desk.ReportPage")], _("Lead")),
            InlinePanel(
                "top_stories",
                label=_("top story"),
                heading=_("Top stories"),
                help_text=_("The reports beside the lead. Left empty, the newest stand there."),
                max_num=8,
            ),
            InlinePanel(
                "rivers",
                label=_("section"),
                heading=_("Rivers"),
                help_text=_("Which sections run down the page. Left empty, all of them do."),
            ),
            CommentPanel(),
        ],
        base_form_class=PageForm,
    )
    admin_default_ordering = "ord"  # sections stand in the paper in the order of the tree
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["desk.SectionPage", "desk.PolicyPage"]
    max_count = 1

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class TopStory(Orderable):
    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="top_stories")
    report = models.ForeignKey(
        "desk.ReportPage", verbose_name=_("report"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("report", "desk.ReportPage")]


class FrontRiver(Orderable):
    front = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="rivers")
    section = models.ForeignKey(
        "desk.SectionPage", verbose_name=_("section"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("section", "desk.SectionPage")]
