from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.talk.moderation.models.mode import ModeChoice


class ReportTalk(models.Model):
    """How comments are moderated under one report, where that differs.

    `closing_told_at` is when the worker had the thread printed as closed because its date had come.
    """

    report = models.OneToOneField(
        "desk.ReportPage", primary_key=True, on_delete=models.CASCADE, related_name="talk"
    )
    mode = models.CharField(_("comments are"), max_length=8, choices=ModeChoice.choices, blank=True)
    closes_at = models.DateTimeField(_("the thread closes at"), null=True, blank=True)
    closing_told_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return f"report:{self.pk} {self.mode}"
