"""The seam with the desk: a pronunciation or a section's voice → the reports that it touches."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.studio.models import HumanReading, Pronunciation, Recording
from broadsheet.studio.models.human_reading import forget_file
from broadsheet.studio.signals import readings_changed


def connect() -> None:
    pre_save.connect(_compare, sender=SectionPage, dispatch_uid="studio.compare")
    pre_save.connect(_remember, sender=Pronunciation, dispatch_uid="studio.remember")
    post_save.connect(_changed, sender=Pronunciation, dispatch_uid="studio.changed")
    post_delete.connect(_changed, sender=Pronunciation, dispatch_uid="studio.deleted")
    post_delete.connect(forget_file, sender=HumanReading, dispatch_uid="studio.forget")


def _remember(instance: Pronunciation, **_: object) -> None:
    """The phrase as it was: reports that hold it are heard differently from now on too."""
    before = Pronunciation.objects.filter(pk=instance.pk).values_list("phrase", flat=True)
    instance.phrase_before = before.first() or instance.phrase


def _changed(sender: type[Any], instance: Pronunciation, **_: object) -> None:
    phrases = {instance.phrase, instance.phrase_before or instance.phrase}
    touched = Recording.objects.wanted().mentioning(phrases)
    ids = sorted(set(touched.values_list("report_id", flat=True)))
    if ids:
        readings_changed.send(sender=sender, report_ids=ids)


def _compare(sender: type[Any], instance: SectionPage, **_: object) -> None:
    """A section that is read by another voice, or not at all: all that stands below it."""
    before = SectionPage.objects.filter(pk=instance.pk).values_list("is_read_aloud", "voice")
    if before and before[0] != (instance.is_read_aloud, instance.voice):
        below = ReportPage.objects.live().descendant_of(instance)
        # The press looks at them after this transaction, when the section says it too.
        readings_changed.send(sender=sender, report_ids=list(below.values_list("pk", flat=True)))
