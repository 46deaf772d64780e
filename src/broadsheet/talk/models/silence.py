from __future__ import annotations

from django.conf import settings
from django.db import models

from broadsheet.talk.models.notice import Notice


class Silence(models.Model):
    """Somebody wants no more mail of one kind. Without an account it is the address that asks."""

    kind = models.CharField(max_length=12, choices=Notice.Kind.choices)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="silences"
    )
    email = models.EmailField(blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reader", "email", "kind"], name="one_silence_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.reader_id or self.email}"
