from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

BLOCKED_FOR = dt.timedelta(days=30)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def open(self) -> ClaimQuerySet:
        return self.filter(state__in=(Claim.State.RECEIVED, Claim.State.BLOCKED))

    def from_network(self, network: str, *, since: dt.datetime) -> ClaimQuerySet:
        return self.filter(network=network, made_at__gt=since)

    def forget_networks(self, *, before: dt.datetime) -> int:
        """Take the senders' networks off older claims; the limit needs them no more."""
        return self.filter(made_at__lt=before).exclude(network="").update(network="")


class Claim(models.Model):
    """Somebody says that a comment violates a right of theirs.

    A moderator grants a block of thirty days or refuses it. While it lasts the comment's writer may
    object, and a moderator decides; when nobody has decided by `blocked_until` the comment is shown
    again. `until` is kept after that, as a record.
    """

    class Right(models.TextChoices):
        REPUTATION = "reputation", _("It damages my reputation")
        PRIVACY = "privacy", _("It gives away something private about me")
        COPYRIGHT = "copyright", _("It uses my work")
        OTHER = "other", _("Another right of mine")

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        BLOCKED = "blocked", _("blocked for thirty days")
        REFUSED = "refused", _("refused")
        RESTORED = "restored", _("shown again")
        REMOVED = "removed", _("removed")

    comment = models.ForeignKey("talk.Comment", on_delete=models.CASCADE, related_name="claims")
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"))
    right = models.CharField(_("which right"), max_length=12, choices=Right.choices)
    statement = models.TextField(_("what is claimed"), max_length=3000)
    network = models.CharField(max_length=64, editable=False, blank=True)
    made_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.RECEIVED)
    blocked_until = models.DateTimeField(null=True)
    objection = models.TextField(_("objection"), max_length=3000, blank=True)
    objected_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "blocked_until"], name="claims_due")]

    def __str__(self) -> str:
        return f"claim:{self.pk} {self.state}"
