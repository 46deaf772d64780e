"""What the timetable keeps: what was late."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

# People set a minute, and a minute has sixty seconds.
PATIENCE = dt.timedelta(minutes=1)


class LatenessQuerySet(models.QuerySet["Lateness"]):
    def to_tell(self, *, now: dt.datetime) -> LatenessQuerySet:
        """Those of which people are still to have mail, the oldest first."""
        return self.filter(settled_at__isnull=True, not_before__lte=now).order_by("pk")

    def take(self, *, now: dt.datetime) -> Lateness | None:
        """The oldest of them, settled before it is told: so nobody is told twice, whoever dies."""
        with transaction.atomic():
            lateness = self.to_tell(now=now).select_for_update(skip_locked=True).first()
            if lateness:
                lateness.settled_at = now
                lateness.save(update_fields=["settled_at"])
        return lateness

    def since(self, time: dt.datetime) -> LatenessQuerySet:
        """What came out too late after that time, the last first."""
        return self.filter(out_at__gt=time).order_by("-out_at", "-pk")


class Lateness(models.Model):
    """A page that was not out within the minute for which it was set.

    `out_at` is empty while it still is not; `trouble` says why, where more than the machine was in
    the way. `settled_at` tells when those concerned had their mail, or that nobody is to have any.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField(_("due"))
    out_at = models.DateTimeField(_("out"), null=True, blank=True)
    trouble = models.TextField(_("trouble"), blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    not_before = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = LatenessQuerySet.as_manager()

    class Meta:
        verbose_name = _("lateness")
        verbose_name_plural = _("latenesses")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "due_at"], name="a_lateness_is_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.due_at:%Y-%m-%d %H:%M}"
