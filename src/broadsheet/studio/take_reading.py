"""A recording that is handed in, cleared or taken away → the report's sound."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files import File
from django.db import transaction

from broadsheet.desk.models import Author, ReportPage
from broadsheet.studio.heard_text import digest, heard_text
from broadsheet.studio.models import HumanReading, Recording
from broadsheet.studio.signals import readings_changed
from broadsheet.studio.text_of_reading import Version, versions_of


def take_reading(
    report: ReportPage,
    file: File[bytes],
    *,
    author: Author | None,
    name: str,
    uploaded_by: Any,
    is_cleared: bool,
    now: dt.datetime,
) -> HumanReading:
    """Keep it, and let it wait for the booth. It reads what the report says in its last draft.

    What was handed in before and was never heard is forgotten; what readers hear stays until the
    new one is done.
    """
    text = versions_of(report)[-1]
    with transaction.atomic():
        report.human_readings.exclude(recording__state=Recording.State.DONE).delete()
        reading = HumanReading.objects.create(
            report=report,
            file=file,
            author=author,
            name=name,
            text_digest=text.digest,
            uploaded_by=uploaded_by,
            is_cleared=is_cleared,
            uploaded_at=now,
        )
        _order(reading, text, now)
    return reading


def clear_reading(reading: HumanReading, *, now: dt.datetime) -> None:
    """An editor says that it may be heard, and that it reads what the report says now.

    Where the text is another one than it was recorded for, its words are looked for anew.
    """
    versions = versions_of(reading.report)
    text = next((one for one in versions if one.digest == reading.text_digest), versions[-1])
    with transaction.atomic():
        is_new = reading.text_digest != text.digest
        reading.text_digest, reading.is_cleared = text.digest, True
        reading.save(update_fields=["text_digest", "is_cleared"])
        recording = Recording.objects.filter(human_reading=reading)
        if is_new or not recording.exists():
            recording.delete()
            _order(reading, text, now)
        elif recording.filter(state=Recording.State.DONE).exists():
            reading.replace_older()
        readings_changed.send(sender=HumanReading, report_ids=[reading.report_id])


def remove_reading(reading: HumanReading) -> None:
    """Forget it and its file; the voice reads again."""
    with transaction.atomic():
        report_id = reading.report_id
        reading.delete()
        readings_changed.send(sender=HumanReading, report_ids=[report_id])


def _order(reading: HumanReading, text: Version, now: dt.datetime) -> None:
    Recording.objects.create(
        report_id=reading.report_id,
        human_reading=reading,
        digest=digest("person", reading.pk, text.digest),
        text=heard_text(text.story),
        ordered_at=now,
    )
