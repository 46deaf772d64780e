from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.talk.moderation.models.mode import ModeChoice


class SectionTalk(models.Model):
    """How comments are moderated in a section and in those below it, where that differs."""

    section = models.OneToOneField(
        "desk.SectionPage", primary_key=True, on_delete=models.CASCADE, related_name="talk"
    )
    mode = models.CharField(_("comments are"), max_length=8, choices=ModeChoice.choices, blank=True)
    closes_after_days = models.PositiveSmallIntegerField(
        _("threads close after days"), null=True, blank=True
    )

    def __str__(self) -> str:
        return f"section:{self.pk} {self.mode}"
