from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.models import Orderable

from broadsheet.desk.models.printed import PrintedPage
from broadsheet.desk.models.report import ReportPage
from broadsheet.desk.page_form import PageForm


class FrontPage(PrintedPage):
    """The front of the paper: the editor sets lead and top stories, the rivers fill themselves.

    A breaking line stands over all of it until the minute that is named with it, and no longer.
    """

    MOST_TOP_STORIES = 8

    lead = models.ForeignKey(
        "desk.ReportPage",
        verbose_name=_("lead"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty, the newest report leads."),
    )
    breaking = models.CharField(
        _("breaking line"),
        max_length=120,
        blank=True,
        help_text=_("One sentence over the whole front, until the time that you set for its end."),
    )
    breaking_report = models.ForeignKey(
        "desk.ReportPage",
        verbose_name=_("report of the breaking line"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the line leads, as soon as there is a report."),
    )
    breaking_until = models.DateTimeField(_("end of the breaking line"), null=True, blank=True)
    old_after_hours = models.PositiveSmallIntegerField(
        _("old after"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(24 * 90)],
        help_text=_("Hours after which the desk warns of a story that you set on top."),
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
                max_num=MOST_TOP_STORIES,
            ),
            InlinePanel(
                "rivers",
                label=_("section"),
                heading=_("Rivers"),
                help_text=_("Which sections run down the page. Left empty, all of them do."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("breaking"),
                    PageChooserPanel("breaking_report", "desk.ReportPage"),
                    FieldPanel("breaking_until"),
                ],
                _("Breaking"),
            ),
            FieldPanel("old_after_hours"),
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

    def clean(self) -> None:
        super().clean()
        if self.breaking and self.breaking_until is None:
            raise ValidationError(
                {"breaking_until": _("Say when the breaking line ends; it goes by itself then.")}
            )

    def is_breaking(self, now: dt.datetime) -> bool:
        """Whether its breaking line stands at that moment."""
        return bool(self.breaking and self.breaking_until and now < self.breaking_until)

    def set_on_top(self) -> tuple[ReportPage, ...]:
        """What an editor set there and readers see: the lead, then the top stories."""
        rows = [self.lead, *(row.report for row in self.top_stories.all())]
        return tuple(report for report in dict.fromkeys(rows) if report and report.live)


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
