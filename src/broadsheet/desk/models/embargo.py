from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models.report import ReportPage


class EmbargoQuerySet(models.QuerySet["Embargo"]):
    def over(self, report: ReportPage) -> EmbargoQuerySet:
        """Those under which the report stands or its original, also those that have ended."""
        bound = [report.pk, *(one.pk for one in report.originals())]
        return self.filter(reports__in=bound).distinct()

    def in_force(self, *, now: dt.datetime) -> EmbargoQuerySet:
        """Those whose minute has not come, the one that holds longest first."""
        return self.filter(until__gt=now).order_by("-until", "-pk")

    def held(self, *, now: dt.datetime) -> dict[int, dt.datetime]:
        """Until when each report is held, by its number: those under one, and their translations.

        Of two embargoes it is the one that holds longer.
        """
        own = self.in_force(now=now).filter(reports__isnull=False).order_by("until")
        held = fresh = dict(own.values_list("reports", "until"))
        while fresh:
            translations = ReportPage.objects.filter(translation_of__in=fresh)
            fresh = {
                pk: held[original]
                for pk, original in translations.values_list("pk", "translation_of")
                if pk not in held or held[pk] < held[original]
            }
            held = held | fresh
        return held


class Embargo(models.Model):
    """Word given that some reports are not out before a minute.

    It belongs to no revision, so that no text brings it along or leaves it behind; copies and
    aliases of a report stand under the same one, and translations are bound by it for as long as
    they are its translations. `desk.embargo_guard` has the database hold it.
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
