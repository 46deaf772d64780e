from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class NoticeQuerySet(models.QuerySet["Notice"]):
    def due(self, *, now: dt.datetime) -> NoticeQuerySet:
        """What waits to be mailed, the oldest first."""
        return self.filter(settled_at__isnull=True, not_before__lte=now).order_by("pk")

    def take(self, *, now: dt.datetime) -> Notice | None:
        """The one that waits longest, settled before it is sent: a worker that dies over it leaves
        it so, for nobody can know then whether it went out, and no mail is to come twice."""
        with transaction.atomic():
            due = self.due(now=now).select_related("reader")
            notice = due.select_for_update(skip_locked=True, of=("self",)).first()
            if notice:
                notice.settled_at, notice.outcome = now, "being sent"
                notice.save(update_fields=["settled_at", "outcome"])
        return notice


class Notice(models.Model):
    """A mail to somebody involved, written in the transaction of what it tells of.

    `email` is set only where it goes to somebody without an account; a reader's own address is
    looked up when the mail is sent. `key` names what it tells of, such as `decision:12`. It is
    settled when it was sent or when there is nobody to send it to; `outcome` says which.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", _("replies to my comments")
        DECISION = "decision", _("decisions on my comments")
        APPEAL = "appeal", _("answers to my appeals")
        CLAIM = "claim", _("claims of rights")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    key = models.CharField(max_length=60, db_index=True)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="notices"
    )
    email = models.EmailField(blank=True)
    facts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    not_before = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=200, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["settled_at", "not_before"], name="notices_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
