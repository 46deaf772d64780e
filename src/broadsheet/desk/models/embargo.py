from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EmbargoQuerySet(models.QuerySet["Embargo"]):
    def over(self, report: Model) -> EmbargoQuerySet:
        """Those under which the report stands, also those that have ended."""
        return self.filter(reports=report.pk)

    def in_force(self, *, now: dt.datetime) -> EmbargoQuerySet:
        """Those whose minute has not come, the one that holds longest first."""
        return self.filter(until__gt=now).order_by("-until", "-pk")


class Embargo(models.Model):
    """Word given that some reports are not out before a minute.

    It belongs to no revision, so that no text brings it along or leaves it behind; copies and
    aliases of a report stand under the same one. `desk.embargo_guard` has the database hold it.
    """

    until = models.DateTimeField(_("until"), db_index=True)
    terms = models.CharField(
        _("whose it is, and what was agreed"),
        max_length=200,
        blank=True,
        help_text=_("Such as: the ministry's press release; they may be asked before."),
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    set_at = models.DateTimeField(default=timezone.now)

    objects = EmbargoQuerySet.as_manager()

    class Meta:
        verbose_name = _("embargo")
        verbose_name_plural = _("embargoes")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.until:%Y-%m-%d %H:%M %Z}"
