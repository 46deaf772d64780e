from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterQuerySet(models.QuerySet["Letter"]):
    def from_block(self, block: str, *, since: dt.datetime) -> LetterQuerySet:
        """Letters that came from one network block after `since`."""
        return self.filter(network=block, sent_at__gt=since)

    def forget_networks(self, *, before: dt.datetime) -> int:
        """Take the senders' networks off letters older than that; the limit needs them no more."""
        return self.filter(sent_at__lt=before).exclude(network="").update(network="")


class Letter(models.Model):
    """What a reader wrote to a reporter. It is kept even where no mail can be sent."""

    author = models.ForeignKey("desk.Author", on_delete=models.CASCADE, related_name="letters")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    text = models.TextField(_("letter"), max_length=5000)
    network = models.CharField(max_length=64, editable=False)
    sent_at = models.DateTimeField(_("sent"), db_index=True)
    mailed_at = models.DateTimeField(_("passed on"), null=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self) -> str:
        return _("%(name)s to %(author)s") % {"name": self.name, "author": self.author.name}
