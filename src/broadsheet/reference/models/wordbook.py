from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet import story as s
from broadsheet.desk.models import ReportPage
from broadsheet.lexicon.folded import folded
from broadsheet.reference.answer import Answer
from broadsheet.reference.shelf import LANGUAGE
from broadsheet.reference.signals import words_changed
from broadsheet.store.shelf import Shelf, shelf_of

MOST_TRIES = 2
_BATCH = 1000
_TOLD_AT_THE_END = ("digest", "stamp", "made_with", "hard", "spellings", "tries", "trouble")


def shelf() -> Shelf:
    """Where all words files stand, whoever made them."""
    return shelf_of(settings.CONFIG, settings.CONFIG.words)


def _explained() -> models.QuerySet[ReportPage]:
    """Reports that are out, or will be as they are, in the language whose words are explained."""
    explained: models.QuerySet[ReportPage] = ReportPage.objects.finished().filter(
        language__startswith=LANGUAGE
    )
    return explained


class WordbookQuerySet(models.QuerySet["Wordbook"]):
    def holding(self, phrases: Iterable[str]) -> WordbookQuerySet:
        """Those of reports in which one of the phrases can be met, in whatever forms."""
        found = models.Q(pk__in=())
        for phrase in phrases:
            every = models.Q()
            for word in folded(phrase).split():
                every &= models.Q(spellings__contains=f" {word} ")
            found |= every
        return self.filter(found)

    def look_up_again(self) -> None:
        """Let them wait; what they have stays on the page until there is something else."""
        self.update(state=Wordbook.State.WAITING, tries=0, wanted_at=timezone.now())

    def take_up_again(self) -> None:
        """Put back what was being looked up when the worker died."""
        self.filter(state=Wordbook.State.LOOKING).update(state=Wordbook.State.WAITING)

    def open_for(self, reports: Iterable[ReportPage]) -> None:
        """Let reports wait that never had their words looked up. Twice opens one."""
        now = timezone.now()
        self.bulk_create(
            (Wordbook(pk=one.pk, wanted_at=one.first_published_at or now) for one in reports),
            batch_size=_BATCH,
            ignore_conflicts=True,
        )

    def order_all(self, *, made_with: str) -> None:
        """Let all wait that these dictionaries and this model did not look up, the newest first.

        It goes through all reports. From then on each comes by itself, when it is printed.
        """
        never = _explained().filter(wordbook=None).only("pk", "first_published_at")
        self.open_for(never)
        waiting = models.Q(state__in=(Wordbook.State.WAITING, Wordbook.State.LOOKING))
        published_at = ReportPage.objects.filter(pk=models.OuterRef("pk"))
        self.exclude(waiting | models.Q(made_with=made_with)).update(
            state=Wordbook.State.WAITING,
            tries=0,
            wanted_at=Coalesce(
                models.Subquery(published_at.values("first_published_at")), timezone.now()
            ),
        )

    def waiting(self) -> WordbookQuerySet:
        """Those that are to be made now, what was wanted last first."""
        report = _explained().filter(pk=models.OuterRef("pk"))
        waiting = self.filter(models.Exists(report), state=Wordbook.State.WAITING)
        return waiting.order_by("-wanted_at", "-pk")


class Wordbook(models.Model):
    """The words file of a report, as `docs/dictionaries.md` tells its shape.

    `digest` is of the text that it was made of: on another text it must not stand. `stamp` names
    the file by its content, and is empty while there is none. `made_with` tells which dictionaries
    and which model made it. `wanted_at` is when its report came out, or when it was asked for
    again: what was wanted last is made first. `spellings` has every word of the report as it is
    written and in its base form, each between two spaces.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        LOOKING = "looking", _("being looked up")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    report = models.OneToOneField(
        ReportPage, on_delete=models.CASCADE, primary_key=True, related_name="wordbook"
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    wanted_at = models.DateTimeField(default=timezone.now)
    trouble = models.TextField(_("trouble"), blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    stamp = models.CharField(max_length=10, blank=True)
    made_with = models.CharField(max_length=120, blank=True)
    hard = models.JSONField(default=list)
    spellings = models.TextField(blank=True)

    objects = WordbookQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a report")
        verbose_name_plural = _("words of reports")
        indexes = [models.Index(fields=["state", "wanted_at"], name="wordbook_waiting")]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def is_moving(self) -> bool:
        """Whether something is still to come of it."""
        return self.state in {self.State.WAITING, self.State.LOOKING}

    @property
    def file(self) -> str:
        """What its words file is called on the shelf, where it is compressed with gzip."""
        return f"{self.pk}-{self.stamp}.json.gz"

    @property
    def is_kept(self) -> bool:
        """Whether its file is there still."""
        return shelf().has(self.file)

    @property
    def name(self) -> str:
        """What it is called among the ingredients of a page."""
        return f"words:{self.pk}-{self.stamp}"

    @property
    def path(self) -> str:
        """The address of the words file on the site."""
        return f"/words/{self.pk}.{self.stamp}.json"

    @property
    def words(self) -> s.Words:
        """What stands on the page."""
        return s.Words(
            path=self.path,
            hard=tuple(s.HardWord(**one) for one in self.hard),
            is_help_offered=settings.CONFIG.dictionary.word_help,
        )

    def read(self) -> bytes:
        """The words file. Raises FileNotFoundError where it is gone from the shelf."""
        return gzip.decompress(shelf().read(self.file))

    def content(self) -> Any:
        """What is in the words file."""
        return json.loads(self.read())

    def begin(self) -> None:
        """Take it up; who asks for it from now on makes it wait once more."""
        self.state, self.tries = self.State.LOOKING, self.tries + 1
        self.save(update_fields=["state", "tries"])

    def fail(self, trouble: str, *, made_with: str) -> None:
        """Note why there is none. Only another text or another dictionary makes it wait again."""
        self.state, self.trouble, self.made_with = self.State.FAILED, trouble, made_with
        self.save(update_fields=["state", "trouble", "made_with"])

    def put_back(self) -> None:
        self.state = self.State.WAITING
        self.save(update_fields=["state"])

    def finish(self, answer: Answer, *, digest: str, made_with: str) -> None:
        """Keep what was looked up, and tell whoever prints the page if that is anything new.

        The file gets its name before the row does: a crash between leaves a spare file.
        """
        before = self.file if self.stamp else None
        # A file that was lost is off the page by now, and has to come back to it.
        was = (self.digest, self.stamp) if before and shelf().has(before) else None
        self.digest, self.stamp, self.made_with = digest, answer.stamp, made_with
        self.hard, self.spellings = answer.hard, answer.spellings
        self.tries, self.trouble = 0, ""
        self._keep(answer.words)
        with transaction.atomic():
            own = type(self).objects.filter(pk=self.pk)
            if not own.update(**{name: getattr(self, name) for name in _TOLD_AT_THE_END}):
                return  # the report was deleted; its file is cleared away some day
            # Somebody may have asked for it again while this was being made.
            own.filter(state=self.State.LOOKING).update(state=self.State.DONE)
            if was != (self.digest, self.stamp):
                words_changed.send(sender=type(self), report_ids=[self.pk])
        if before and before != self.file:
            shelf().remove(before)

    def withdraw(self) -> None:
        """Take its words from the page: no dictionary explains them any more."""
        shelf().remove(self.file)
        self.stamp = self.made_with = ""
        with transaction.atomic():
            self.save(update_fields=["stamp", "made_with"])
            words_changed.send(sender=type(self), report_ids=[self.pk])

    def _keep(self, words: bytes) -> None:
        settings.CONFIG.words.mkdir(parents=True, exist_ok=True)
        new = Path(settings.CONFIG.words / f"{self.file}.new")
        new.write_bytes(gzip.compress(words, 6, mtime=0))
        shelf().take_in(self.file, new)
