from __future__ import annotations

from django.conf import settings
from django.db import models


class Recommendation(models.Model):
    """A reader recommends a comment. `Comment.recommended` is how many do."""

    comment = models.ForeignKey(
        "talk.Comment", on_delete=models.CASCADE, related_name="recommendations", db_index=False
    )
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recommendations"
    )
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "reader"], name="one_recommendation_a_reader"
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} by {self.reader_id}"
