from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from broadsheet.desk.models import Author, ReportPage, Topic
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.glossary import GlossaryEntry
from broadsheet.lexicon.phrases import MOST_WORDS
from broadsheet.lexicon.plain_text import plain_text


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class TermQuerySet(models.QuerySet["Term"]):
    def for_language(self, language: str) -> TermQuerySet:
        """Those that hold for reports of a language, those for it alone last."""
        own = models.Q(language="") | models.Q(language__startswith=language.partition("-")[0])
        return self.filter(own).order_by("language", "pk")


class Term(models.Model):
    """A word, a phrase or a name as the newsroom explains it, before every dictionary."""

    class Kind(models.TextChoices):
        TERM = "term", _("word or phrase")
        PERSON = "person", _("person")
        PLACE = "place", _("place")
        ORGANIZATION = "organization", _("organization")

    phrase = models.CharField(
        _("word, phrase or name"),
        max_length=120,
        help_text=_(
            "In its base form: arms race, not arms races. With a capital in it, it is met with "
            "that capital only."
        ),
    )
    gloss = models.CharField(
        _("what it means"),
        max_length=300,
        help_text=_("Or who it is: one short line, in words simpler than the word itself."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.TERM)
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The card links to its page."),
    )
    author = models.ForeignKey(
        Author,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Or to the page of one of our own."),
    )
    ipa = models.CharField(
        _("how it is said"),
        max_length=120,
        blank=True,
        help_text=_("In IPA, without slashes. Left empty, as a dictionary or the voice says it."),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        choices=languages,
        help_text=_("Only in reports of this language; left empty, in all."),
    )

    objects = TermQuerySet.as_manager()

    panels: ClassVar[list[Any]] = [
        FieldPanel("phrase"),
        FieldPanel("gloss"),
        FieldPanel("kind"),
        MultiFieldPanel([FieldPanel("topic"), FieldPanel("author")], _("Leads to")),
        FieldRowPanel([FieldPanel("ipa"), FieldPanel("language")], heading=_("Sound and language")),
    ]

    class Meta:
        ordering = ["phrase", "pk"]
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary entries")
        constraints = [
            models.UniqueConstraint(
                fields=["phrase", "language"],
                name="a_phrase_is_explained_once",
                violation_error_message=_(
                    "This phrase is in the glossary already; change it there."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.phrase

    def clean(self) -> None:
        self.phrase = plain_text(self.phrase)
        self.gloss = plain_text(self.gloss)
        self.ipa = plain_text(self.ipa.strip().strip("/[]"))
        if not any(map(str.isalnum, self.phrase)):
            raise ValidationError({"phrase": gettext("Write a word; it has no letter in it.")})
        if len(folded(self.phrase).split()) > MOST_WORDS:
            message = gettext("It has more than %(most)s words; write the part of it that is met.")
            raise ValidationError({"phrase": message % {"most": MOST_WORDS}})
        if self.topic and self.author:
            message = gettext("Choose the topic or the author: a card has one link.")
            raise ValidationError({"author": message})

    @property
    def path(self) -> str:
        """Where its card leads to; empty where that page does not stand on the site."""
        if self.author and ReportPage.objects.live().filter(byline__author=self.author).exists():
            return self.author.path
        if self.topic and ReportPage.objects.live().filter(topics=self.topic).exists():
            return self.topic.path
        return ""

    @property
    def entry(self) -> GlossaryEntry:
        return GlossaryEntry(
            phrase=self.phrase,
            gloss=self.gloss,
            kind=self.kind,
            path=self.path,
            ipa=self.ipa,
        )
