from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Correction(Orderable):
    """What a report had wrong, and what is right, with the day on which that was said."""

    report = ParentalKey("desk.ReportPage", on_delete=models.CASCADE, related_name="corrections")
    corrected_at = models.DateTimeField(_("corrected"), default=timezone.now)
    text = models.TextField(
        _("correction"),
        help_text=_("Say what was wrong and what is right, in one or two sentences."),
    )

    panels = [FieldPanel("corrected_at"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.corrected_at:%Y-%m-%d}: {self.text[:60]}"
