from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppealQuerySet(models.QuerySet["Appeal"]):
    def open(self) -> AppealQuerySet:
        return self.filter(answered_at__isnull=True)


class Appeal(models.Model):
    """A reader objects to a decision; somebody who did not make it answers in writing."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", _("upheld: the decision is taken back")
        REFUSED = "refused", _("refused: the decision stands")

    decision = models.OneToOneField(
        "talk.Decision", on_delete=models.DO_NOTHING, related_name="appeal"
    )
    comment = models.ForeignKey("talk.Comment", on_delete=models.CASCADE, related_name="appeals")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="appeals"
    )
    text = models.TextField(_("why the decision is wrong"), max_length=2000)
    made_at = models.DateTimeField(db_index=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        default_permissions = ()

    def __str__(self) -> str:
        return f"appeal:{self.pk} {self.outcome or 'open'}"
