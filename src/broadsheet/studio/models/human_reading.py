from __future__ import annotations

import secrets
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import Author, ReportPage


def place_of(reading: HumanReading, name: str) -> str:
    """Where an upload is kept: under a name that nobody can guess, with the ending that it has."""
    ending = PurePath(name).suffix.lower()
    return f"readings/{reading.report_id}-{secrets.token_hex(8)}{ending}"


class HumanReading(models.Model):
    """A report read aloud by a person, as it was handed in.

    It belongs to the text whose digest it carries (`studio.heard_text`). Until somebody who may
    publish has cleared it, readers do not hear it.
    """

    report = models.ForeignKey(ReportPage, on_delete=models.CASCADE, related_name="human_readings")
    file = models.FileField(_("recording"), upload_to=place_of)
    author = models.ForeignKey(
        Author,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("another name"), max_length=120, blank=True)
    text_digest = models.CharField(max_length=64)
    is_cleared = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded"))

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("reading by a person")
        verbose_name_plural = _("readings by people")

    def __str__(self) -> str:
        return f"{self.report_id} {self.reader}"

    @property
    def reader(self) -> str:
        """The name that readers are told."""
        return self.author.name if self.author else self.name

    def replace_older(self) -> None:
        """Once this one is done and may be heard, what was handed in before it is forgotten."""
        HumanReading.objects.filter(report_id=self.report_id, pk__lt=self.pk).delete()


def forget_file(instance: HumanReading, **_: Any) -> None:
    """The upload goes with its row, once it is sure that the row is gone."""
    storage, name = instance.file.storage, instance.file.name or ""
    transaction.on_commit(lambda: storage.delete(name))
