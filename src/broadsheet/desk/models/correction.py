from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from broadsheet.story import CorrectionKind


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def printed(self) -> CorrectionQuerySet:
        """Those that readers have seen: they stay as they are."""
        return self.filter(report__last_published_at__isnull=False)


class Correction(Orderable):
    """What the paper says of a report after it was out, with the day on which that was said.

    Once printed it is neither changed nor taken away; another may follow it.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction: it was wrong")
        CLARIFICATION = "clarification", _("Clarification: it could be misread")
        UPDATE = "update", _("Update: there is news")
        NOTE = "note", _("Editor's note: what readers should know of it")
        RETRACTION = "retraction", _("Retraction: nothing of it stands")

    report = ParentalKey("desk.ReportPage", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=13, choices=Kind.choices, default=Kind.CORRECTION)
    corrected_at = models.DateTimeField(_("corrected"), default=timezone.now)
    text = models.TextField(
        _("text"),
        help_text=_("Say what was wrong and what is right, in one or two sentences."),
    )

    objects = CorrectionQuerySet.as_manager()

    panels = [FieldPanel("kind"), FieldPanel("corrected_at"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.corrected_at:%Y-%m-%d}: {self.text[:60]}"

    @property
    def told_as(self) -> CorrectionKind:
        """Its kind as it leaves the desk."""
        kind: CorrectionKind = self.Kind(self.kind).value  # type: ignore[assignment]
        return kind

    @property
    def is_of_substance(self) -> bool:
        """Whether the report says something else since then; a note only says something of it."""
        return self.kind != self.Kind.NOTE

    def says_the_same_as(self, other: Correction) -> bool:
        """Whether both are one: in a revision a correction has no key until it is printed."""
        return (self.kind, self.text) == (other.kind, other.text)
