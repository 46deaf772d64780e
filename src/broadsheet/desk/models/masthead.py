from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="doc-full-inverse")
class Masthead(BaseSiteSetting):
    """The paper's name and what stands under it on every page."""

    name = models.CharField(_("name of the paper"), max_length=80)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    imprint = models.TextField(
        _("imprint"),
        blank=True,
        help_text=_("Publisher, editor, address: a line each, at the foot of every page."),
    )

    are_corrections_on_top = models.BooleanField(
        _("corrections stand over the report"),
        default=False,
        help_text=_("Otherwise they stand under it. A retraction always stands over it."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("tagline"),
        FieldPanel("imprint"),
        FieldPanel("are_corrections_on_top"),
    ]

    class Meta:
        verbose_name = _("masthead")

    def __str__(self) -> str:
        return self.name
