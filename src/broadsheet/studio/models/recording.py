from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from broadsheet import roster
from broadsheet.desk.models import ReportPage
from broadsheet.store.shelf import Shelf, shelf_of
from broadsheet.story import Sound
from broadsheet.studio.models.human_reading import HumanReading
from broadsheet.studio.signals import readings_changed
from broadsheet.voice.script.saying import normal

MOST_TRIES = 3
STEM = "report"
_TOLD_AT_THE_END = (
    *("state", "trouble", "tries", "done_at", "said", "sentences"),
    *("stamp", "milliseconds", "mp3_bytes", "opus_bytes", "has_cues"),
)


def shelf() -> Shelf:
    """Where all recordings stand, whoever made them."""
    return shelf_of(settings.CONFIG, settings.CONFIG.recordings)


class RecordingQuerySet(models.QuerySet["Recording"]):
    def wanted(self) -> RecordingQuerySet:
        """Those of the text that is published now."""
        return self.filter(is_wanted=True)

    def next(self) -> Recording | None:
        """The one that is to be voiced now."""
        return self.waiting().first()

    def waiting(self) -> RecordingQuerySet:
        """Those that are to be voiced: what people have read, then the newest report's first.

        A person's waits for no page: it may belong to a draft.
        """
        is_wanted = models.Q(is_wanted=True) | models.Q(human_reading__isnull=False)
        waiting = self.filter(is_wanted, state=Recording.State.WAITING)
        newest = waiting.by_people_last().reverse()
        return newest.select_related("report", "human_reading__author")

    def by_people_last(self) -> RecordingQuerySet:
        """Of the oldest report first, those that a person has read after all others."""
        by_people = models.F("human_reading").asc(nulls_first=True)
        # What is still to come out is newer than all that is out.
        is_out = models.F("report__live").desc()
        return self.select_related("human_reading__author").order_by(
            by_people, is_out, "report__first_published_at", "report_id"
        )

    def take_up_again(self) -> None:
        """Put back what a booth was voicing when it died; what killed it often enough is left."""
        trouble = f"the booth died over it {MOST_TRIES} times; look in its log, then voice again"
        begun = self.filter(state=Recording.State.VOICING)
        for recording in begun:
            with roster.claimed(recording.claim) as is_abandoned:
                if not is_abandoned:
                    continue
                left = begun.filter(pk=recording.pk)
                left.filter(tries__gte=MOST_TRIES).update(
                    state=Recording.State.FAILED, trouble=trouble
                )
                left.filter(tries__lt=MOST_TRIES).update(state=Recording.State.WAITING)

    def mentioning(self, phrases: Iterable[str]) -> RecordingQuerySet:
        """Those in whose text one of the phrases stands, or might."""
        found = models.Q(pk__in=())
        for phrase in phrases:
            found |= models.Q(text__icontains=normal(phrase))
        return self.filter(found)


class Recording(models.Model):
    """A report read aloud: one text, said in one way by one voice (`digest`), or by a person.

    It may be waiting, be in the booth, have come or have failed. `stamp` names the files that have
    come, by their content: it stays while the same text is voiced again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        VOICING = "voicing", _("in the booth")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    report = models.ForeignKey(ReportPage, on_delete=models.CASCADE, related_name="recordings")
    digest = models.CharField(max_length=64)
    voice = models.CharField(_("voice"), max_length=40)
    human_reading = models.OneToOneField(
        HumanReading,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="recording",
    )
    text = models.TextField()
    has_cues = models.BooleanField(default=True)
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.WAITING, db_index=True
    )
    is_wanted = models.BooleanField(_("of the text as it is now"), default=True)
    said = models.PositiveIntegerField(default=0)
    sentences = models.PositiveIntegerField(default=0)
    trouble = models.TextField(_("trouble"), blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    ordered_at = models.DateTimeField(_("ordered"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    stamp = models.CharField(max_length=16, blank=True)
    milliseconds = models.PositiveIntegerField(default=0)
    mp3_bytes = models.PositiveIntegerField(default=0)
    opus_bytes = models.PositiveIntegerField(default=0)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        ordering = ["-ordered_at", "-pk"]
        verbose_name = _("audio report")
        verbose_name_plural = _("audio reports")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "digest"], name="a_text_is_recorded_once_for_a_report"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.state}"

    @property
    def claim(self) -> str:
        """What the booth that voices it has hold of."""
        return f"recording {self.pk}"

    @property
    def folder(self) -> str:
        """What its files stand under on the shelf: `report.mp3`, `.opus`, `.vtt`, `.json`."""
        return f"{self.pk}-{self.stamp}"

    @property
    def is_kept(self) -> bool:
        """Whether its files are there still."""
        return shelf().has(self._name(".mp3"))

    def read(self, ending: str) -> bytes:
        """One of its files, by its ending: `.mp3`."""
        return shelf().read(self._name(ending))

    def take_in(self, files: Iterable[Path]) -> None:
        """Keep these as its files. The sound comes last: where it is, all of them are."""
        for file in sorted(files, key=lambda one: one.suffix == ".mp3"):
            shelf().take_in(self._name(file.suffix), file)

    @property
    def sound(self) -> Sound | None:
        """Its files on the site; None while there are none."""
        if not self.stamp:
            return None
        path = f"/sound/{self.report_id}-{self.stamp}"
        return Sound(
            mp3_path=f"{path}.mp3",
            mp3_bytes=self.mp3_bytes,
            opus_path=f"{path}.opus",
            opus_bytes=self.opus_bytes,
            captions_path=f"{path}.vtt" if self.has_cues else "",
            cues_path=f"{path}.json" if self.has_cues else "",
            milliseconds=self.milliseconds,
            voice=self.voice,
            reader=self.human_reading.reader if self.human_reading else "",
        )

    @property
    def read_by(self) -> str:
        """The person or the voice."""
        return self.human_reading.reader if self.human_reading else self.voice

    @property
    def report_headline(self) -> str:
        return str(self.report.title)

    @property
    def length(self) -> str:
        """Minutes and seconds, "" while there is no sound."""
        minutes, seconds = divmod(round(self.milliseconds / 1000), 60)
        return f"{minutes}:{seconds:02}" if self.stamp else ""

    def begin(self) -> None:
        self.state, self.tries, self.said = self.State.VOICING, self.tries + 1, 0
        self.save(update_fields=["state", "tries", "said"])

    def tell(self, said: int, sentences: int) -> bool:
        """Note how far it is. Gives False where nobody wants it any more."""
        still = type(self).objects.filter(pk=self.pk, is_wanted=True, state=self.State.VOICING)
        return bool(still.update(said=said, sentences=sentences))

    def put_back(self) -> None:
        """Nobody is to blame that it was not finished."""
        self.state, self.tries = self.State.WAITING, max(0, self.tries - 1)
        self.save(update_fields=["state", "tries"])

    def fail(self, trouble: str) -> None:
        self.state, self.trouble = self.State.FAILED, trouble
        self.save(update_fields=["state", "trouble"])

    def voice_again(self, *, now: dt.datetime) -> None:
        """Let it wait once more; what it has stays on the page until the new sound has come."""
        self.state, self.tries, self.trouble, self.ordered_at = self.State.WAITING, 0, "", now
        self.save(update_fields=["state", "tries", "trouble", "ordered_at"])

    def lose(self, *, now: dt.datetime) -> None:
        """Its files are gone from the shelf: voice it once more, and off the page until then."""
        self.stamp = ""
        self.save(update_fields=["stamp"])
        self.voice_again(now=now)

    def finish(
        self,
        *,
        stamp: str,
        milliseconds: int,
        mp3_bytes: int,
        opus_bytes: int,
        now: dt.datetime,
        has_cues: bool = True,
    ) -> None:
        """Its files stand on the shelf: enter them, and tell whoever prints the page."""
        self.state, self.trouble, self.tries, self.done_at = self.State.DONE, "", 0, now
        self.stamp, self.milliseconds = stamp, milliseconds
        self.mp3_bytes, self.opus_bytes, self.has_cues = mp3_bytes, opus_bytes, has_cues
        self.said = self.sentences
        with transaction.atomic():
            # Not is_wanted: the press may have decided on it while this was being read.
            self.save(update_fields=_TOLD_AT_THE_END)
            cleared = HumanReading.objects.filter(recording=self, is_cleared=True)
            for reading in cleared:
                reading.replace_older()
            readings_changed.send(sender=type(self), report_ids=[self.report_id])

    def _name(self, ending: str) -> str:
        return f"{self.folder}/{STEM}{ending}"
