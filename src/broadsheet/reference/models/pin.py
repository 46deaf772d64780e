from __future__ import annotations

from typing import cast

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import ReportPage
from broadsheet.lexicon import glossary
from broadsheet.lexicon.volume import Part


class Pin(models.Model):
    """The meaning that an editor has chosen for a word of one report; it stands first there.

    A word is its base form and its part of speech, as the words file has them. A meaning is told
    by its own text, so that a pin outlives a new edition of the dictionary that says the same.
    """

    report = models.ForeignKey(ReportPage, on_delete=models.CASCADE, related_name="pins")
    base = models.CharField(_("word"), max_length=120)
    part = models.CharField(_("part of speech"), max_length=12, blank=True)
    source = models.CharField(_("dictionary"), max_length=40)
    gloss = models.TextField(_("meaning"))
    pinned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    pinned_at = models.DateTimeField(_("pinned"))

    class Meta:
        ordering = ["base", "part"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "base", "part"], name="a_word_of_a_report_has_one_pin"
            )
        ]

    def __str__(self) -> str:
        return self.base

    @property
    def choice(self) -> glossary.Pin:
        return glossary.Pin(
            base=self.base, part=cast("Part", self.part), source=self.source, gloss=self.gloss
        )
