from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from broadsheet.desk.body import PolicyBlock
from broadsheet.desk.models.printed import PrintedPage, name_panel, two_tabs


class PolicyPage(PrintedPage):
    """A page of the paper about itself, linked at the foot of every page."""

    class Kind(models.TextChoices):
        STANDARDS = "standards", _("standards policy")
        CORRECTIONS = "corrections", _("corrections policy")
        PRIVACY = "privacy", _("privacy policy")
        ABOUT = "about", _("about the paper")
        OTHER = "other", _("another page")

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.OTHER,
        help_text=_("The standards policy is named beside every report as well."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the name.")
    )
    body = StreamField(PolicyBlock(), verbose_name=_("body"), blank=True)

    page_description = _("What the paper says about itself, linked at the foot of every page.")
    edit_handler = two_tabs(
        [name_panel(), FieldPanel("kind"), FieldPanel("introduction"), FieldPanel("body")],
        _("Policy"),
    )
    parent_page_types: ClassVar = ["desk.FrontPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("policy page")
        verbose_name_plural = _("policy pages")
