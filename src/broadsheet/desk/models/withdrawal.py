from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Withdrawal(models.Model):
    """Why a report that readers have seen is not in the paper any more. Its address says so.

    It counts while the report is not published; publishing the report again ends it.
    """

    report = models.OneToOneField(
        "desk.ReportPage", on_delete=models.CASCADE, related_name="withdrawal"
    )
    reason = models.TextField(_("reason"), max_length=1000)
    withdrawn_at = models.DateTimeField(_("withdrawn"), default=timezone.now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return f"{self.withdrawn_at:%Y-%m-%d}: {self.reason[:60]}"
