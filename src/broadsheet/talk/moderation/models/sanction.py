from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SanctionQuerySet(models.QuerySet["Sanction"]):
    def in_force(self, *, now: dt.datetime) -> SanctionQuerySet:
        """Pauses and bans that keep somebody from writing at that time."""
        lasting = Q(until__isnull=True) | Q(until__gt=now)
        kinds = (Sanction.Kind.PAUSE, Sanction.Kind.BAN)
        return self.filter(lasting, kind__in=kinds, lifted_at__isnull=True)


class Sanction(models.Model):
    """What a decision means for the reader. A ban has no end; a warning has no effect."""

    class Kind(models.TextChoices):
        WARN = "warn", _("warning")
        PAUSE = "pause", _("pause")
        BAN = "ban", _("ban")

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sanctions"
    )
    decision = models.OneToOneField(
        "talk.Decision", on_delete=models.DO_NOTHING, related_name="sanction"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    reason = models.TextField(max_length=1000)
    made_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    objects = SanctionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("sanction")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} of reader {self.reader_id}"
