from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Assignment(models.Model):
    """A story before there is a report of it, and what was agreed about it afterwards.

    Without somebody who writes it, it is a pitch. When its report is begun, the two belong
    together, and whoever it is assigned to may write the report.
    """

    slug_line = models.CharField(
        _("slug line"),
        max_length=60,
        blank=True,
        help_text=_("One to three words by which the desk calls the story: harbour levy"),
    )
    what = models.TextField(
        _("what it is about"), blank=True, help_text=_("Why now, whom to ask, what to find out.")
    )
    section = models.ForeignKey(
        "desk.SectionPage",
        verbose_name=_("section"),
        on_delete=models.CASCADE,
        related_name="assignments",
    )
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assignments",
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    words_asked = models.PositiveIntegerField(_("length, in words"), null=True, blank=True)
    report = models.OneToOneField(
        "desk.ReportPage",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="assignment",
    )
    pitched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="pitches",
    )
    made_at = models.DateTimeField(editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        default_permissions = ()
        indexes = [models.Index(fields=["due_at"], name="assignments_due")]

    def __str__(self) -> str:
        return self.slug_line or str(self.report or self.pk)
