from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from broadsheet.copydesk.remark import KINDS, Kind


class Manner(models.TextChoices):
    SAY = "say", _("is remarked on")
    BLOCK = "block", _("keeps the report from going out")
    OFF = "off", _("does not matter")


def _check(what: Any) -> models.CharField[str, str]:
    return models.CharField(what, max_length=8, choices=Manner.choices, default=Manner.SAY)


@register_setting(icon="clipboard-list")
class Checks(BaseSiteSetting):
    """What is looked for in a report before it goes out, and what of it keeps it back."""

    topic = _check(_("a report without a topic"))
    link = _check(_("a dead link"))
    name = _check(_("a name that is spelled in two ways"))
    date = _check(_("a day in the past told of as to come"))
    sentence = _check(_("a long sentence"))
    longest_sentence = models.PositiveSmallIntegerField(
        _("words in a sentence before it is long"),
        default=40,
        validators=[MinValueValidator(10), MaxValueValidator(200)],
    )
    are_links_asked = models.BooleanField(
        _("links are tried"),
        default=True,
        help_text=_("The newsroom's machine asks the sites that a report links to."),
    )

    panels = [
        MultiFieldPanel([FieldPanel(kind) for kind in KINDS], _("Before a report goes out")),
        FieldRowPanel([FieldPanel("longest_sentence"), FieldPanel("are_links_asked")]),
    ]

    class Meta:
        verbose_name = _("checks before publication")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def kinds(self) -> frozenset[Kind]:
        """What is looked for at all."""
        return frozenset(kind for kind in KINDS if getattr(self, kind) != Manner.OFF)

    def blocks(self, kind: Kind) -> bool:
        return bool(getattr(self, kind) == Manner.BLOCK)
