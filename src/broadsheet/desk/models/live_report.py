from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LiveReport(models.Model):
    """That a report is written while it happens, entry by entry, until its wrap.

    `latest_at` is when its readers last had something new, `changed_at` when anything of it last
    changed, were it a comma. `writers` may add entries although
    they may not publish; whoever may publish the report may do so anyhow.
    """

    report = models.OneToOneField(
        "desk.ReportPage", primary_key=True, on_delete=models.CASCADE, related_name="live_report"
    )
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    latest_at = models.DateTimeField(_("latest"), default=timezone.now)
    changed_at = models.DateTimeField(_("last change"), default=timezone.now)
    wrap = models.TextField(
        _("wrap"),
        blank=True,
        help_text=_("What it all came to. It stands on top and is read aloud."),
    )
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who may add entries"),
        blank=True,
        related_name="live_reports",
    )

    class Meta:
        verbose_name = _("live report")
        verbose_name_plural = _("live reports")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return str(self.report)

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    @property
    def path_of_file(self) -> str:
        """The file that the report's page asks for while it runs."""
        return f"/live-updates/{self.pk}.json"

    def may_be_run_by(self, user: Any) -> bool:
        """Whether somebody may start it, wrap it, and see to anybody's entries."""
        return bool(self.report.permissions_for_user(user).can_publish())

    def may_be_written_by(self, user: Any) -> bool:
        """Whether somebody may add entries, and see to their own."""
        return self.may_be_run_by(user) or self.writers.filter(pk=user.pk).exists()
