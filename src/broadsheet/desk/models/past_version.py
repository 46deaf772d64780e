from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PastVersion(models.Model):
    """What a report told its readers until its substance changed, paragraph by paragraph."""

    report = models.ForeignKey(
        "desk.ReportPage", on_delete=models.CASCADE, related_name="past_versions"
    )
    texts = models.JSONField(_("texts"))
    replaced_at = models.DateTimeField(_("replaced"))

    class Meta:
        ordering = ("replaced_at", "pk")
        verbose_name = _("past version")
        verbose_name_plural = _("past versions")

    def __str__(self) -> str:
        return f"{self.replaced_at:%Y-%m-%d}: {self.report}"
