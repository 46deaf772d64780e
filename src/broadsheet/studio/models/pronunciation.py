from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from broadsheet.desk.models import SectionPage
from broadsheet.studio.panels import HearItPanel
from broadsheet.voice.script.saying import Saying, SayingError, applicable, check, normal


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class PronunciationQuerySet(models.QuerySet["Pronunciation"]):
    def sayings(
        self, text: str, *, language: str, sections: Iterable[SectionPage]
    ) -> tuple[Saying, ...]:
        """Those that hold for a report: its language, the sections that it is in, its words.

        Of two for the same phrase the one for a section, then the one for a language comes first.
        """
        homes = {section.pk for section in sections}
        plain = normal(text).casefold()
        near = [
            one
            for one in self.order_by("pk")
            if (one.section_id is None or one.section_id in homes)
            and normal(one.phrase).casefold() in plain
        ]
        near.sort(key=lambda one: (one.section_id is None, not one.language))
        chosen = {one.phrase: one.saying for one in reversed(near) if one.saying.is_in(language)}
        return applicable(chosen.values(), text)


class Pronunciation(models.Model):
    """How the newsroom wants a word or a phrase to be said."""

    phrase = models.CharField(
        _("word or phrase"),
        max_length=120,
        help_text=_("As it is written. With a capital in it, it is met with that capital only."),
    )
    said = models.CharField(
        _("how it is said"),
        max_length=200,
        help_text=_(
            "Spelled as an English reader would say it, the stress in capitals: JUNG uhn. "
            "Or in IPA between slashes: /dʒʌŋ ʌn/."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        choices=languages,
        help_text=_("Only in reports of this language; left empty, in all."),
    )
    section = models.ForeignKey(
        SectionPage,
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Only in this section and those below it; left empty, in all."),
    )

    # The phrase as the database has it while a change of it is on its way: `studio.listen`.
    phrase_before = ""

    objects = PronunciationQuerySet.as_manager()

    panels: ClassVar[list[Any]] = [
        FieldPanel("phrase"),
        FieldPanel("said"),
        HearItPanel(heading=_("Hear it")),
        FieldRowPanel([FieldPanel("language"), PageChooserPanel("section")], heading=_("Only in")),
    ]

    class Meta:
        ordering = ["phrase", "pk"]
        verbose_name = _("pronunciation")
        verbose_name_plural = _("pronunciations")
        constraints = [
            models.UniqueConstraint(
                fields=["phrase", "language", "section"],
                name="a_phrase_is_said_in_one_way",
                nulls_distinct=False,
                violation_error_message=_("This phrase is in the list already; change it there."),
            )
        ]

    def __str__(self) -> str:
        return self.phrase

    def clean(self) -> None:
        try:
            check(self.saying)
        except SayingError as error:
            raise ValidationError({"said": str(error)}) from error

    @property
    def saying(self) -> Saying:
        return Saying(phrase=self.phrase, said=self.said, language=self.language)
