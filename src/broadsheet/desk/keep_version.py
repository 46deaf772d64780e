"""A report is about to change in substance → what it said until now is kept.

A change that the editor calls none of substance is not kept: the next one that is shows both.
"""

from __future__ import annotations

from typing import Any

from broadsheet.desk.models import PastVersion, ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.galley.texts import texts


def keep_version(
    instance: ReportPage, update_fields: frozenset[str] | None = None, **_: Any
) -> None:
    """Called before a report is saved, in the transaction in which it is."""
    if update_fields or not instance.pk or not instance.live:
        return
    changed_at = instance.substance_changed_at
    if changed_at is None:
        return  # as it is with nearly every publication: nothing is read for it
    printed = ReportPage.objects.live().filter(pk=instance.pk).first()
    if printed is None or changed_at == printed.substance_changed_at:
        return
    PastVersion.objects.create(
        report=printed, texts=list(texts(Translator().story(printed))), replaced_at=changed_at
    )
