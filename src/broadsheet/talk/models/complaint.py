from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Complaint(models.Model):
    """A reader's report on a comment: why it should not stand. One from each reader."""

    class Reason(models.TextChoices):
        INSULT = "insult", _("It insults or threatens somebody")
        HATRED = "hatred", _("It is hateful of a group of people")
        FALSEHOOD = "falsehood", _("It says something false about somebody")
        PRIVACY = "privacy", _("It gives away something private")
        ADVERTISING = "advertising", _("It is advertising or spam")
        OFF_TOPIC = "off-topic", _("It has nothing to do with the report")
        OTHER = "other", _("Something else")

    comment = models.ForeignKey(
        "talk.Comment", on_delete=models.CASCADE, related_name="complaints", db_index=False
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="complaints"
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    text = models.TextField(_("what is wrong with it"), blank=True, max_length=500)
    made_at = models.DateTimeField(_("made"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        constraints = [
            models.UniqueConstraint(fields=["comment", "reader"], name="one_complaint_a_reader")
        ]
        indexes = [models.Index(fields=["answered_at", "made_at"], name="complaints_open")]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.comment_id})"
