from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from broadsheet.talk.moderation.panels import TryTextPanel

MOST_WORDS = 5000
LONGEST_WORD = 100


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class HeldWords(models.Model):
    """The words of one language for which a comment is held."""

    language = models.CharField(
        _("language"),
        max_length=12,
        unique=True,
        blank=True,
        choices=languages,
        help_text=_("Of the reports under which they are looked for; left empty, of all."),
    )
    words = models.TextField(
        _("words"),
        blank=True,
        help_text=_(
            "A word or phrase a line. Case, accents, look-alike letters and marks between letters "
            "do not matter; a word within another one is not found. An asterisk at an end stands "
            "for any letters: scoundrel*"
        ),
    )

    panels: ClassVar[list[Any]] = [
        FieldPanel("language"),
        FieldPanel("words"),
        TryTextPanel(heading=_("Try a text")),
    ]

    class Meta:
        ordering = ["language"]
        verbose_name = _("word list")
        verbose_name_plural = _("word lists")

    def __str__(self) -> str:
        return str(dict(languages()).get(self.language, _("all languages")))

    @property
    def entries(self) -> tuple[str, ...]:
        return entries_of(self.words)

    @property
    def count(self) -> int:
        return len(self.entries)

    def clean(self) -> None:
        entries = self.entries
        if len(entries) > MOST_WORDS:
            raise ValidationError(
                {"words": gettext("There are %d words; keep 5000.") % len(entries)}
            )
        too_long = next((one for one in entries if len(one) > LONGEST_WORD), None)
        if too_long:
            raise ValidationError(
                {
                    "words": gettext("“%s…” has more than 100 characters; shorten it.")
                    % too_long[:40]
                }
            )


def entries_of(lines: str) -> tuple[str, ...]:
    """Each line that is not empty, once."""
    return tuple(dict.fromkeys(line.strip() for line in lines.splitlines() if line.strip()))
