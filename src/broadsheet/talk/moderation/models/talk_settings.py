from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting

from broadsheet.talk.moderation.models.mode import ModeChoice


class TalkSettings(BaseSiteSetting):
    """How comments are moderated in the whole paper. Sections and reports may differ."""

    mode = models.CharField(
        _("comments are"), max_length=8, choices=ModeChoice.choices, default=ModeChoice.FIRST
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("threads close after days"),
        null=True,
        blank=True,
        help_text=_("Counted from a report's publication; left empty, they stay open."),
    )
    most_links = models.PositiveSmallIntegerField(
        _("most links in a comment"),
        null=True,
        blank=True,
        default=1,
        help_text=_("One with more is seen first; left empty, links do not matter."),
    )
    most_in_ten_minutes = models.PositiveSmallIntegerField(
        _("most comments of a reader in ten minutes"),
        null=True,
        blank=True,
        default=5,
        help_text=_("Those beyond are seen first; left empty, their number does not matter."),
    )
    most_complaints = models.PositiveSmallIntegerField(
        _("most readers who report a comment before it is held"),
        null=True,
        blank=True,
        default=3,
        help_text=_(
            "Reported by more, a comment that no moderator has seen waits to be seen; left empty, "
            "reported comments stand until then."
        ),
    )

    class Meta:
        verbose_name = _("comments")

    def __str__(self) -> str:
        return str(self.get_mode_display())
