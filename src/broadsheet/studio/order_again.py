"""An editor asks for it → a report's recording waits once more."""

from __future__ import annotations

import datetime as dt

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.studio.models import Recording
from broadsheet.studio.reading import reading_of


def order_again(report: ReportPage, *, now: dt.datetime) -> bool:
    """Voice the report as it is published, however old it is. False where it is not to be read."""
    translator = Translator()
    reading = reading_of(report, translator.story(report), translator.sections_above(report))
    if reading is None:
        return False
    recording, is_new = Recording.objects.get_or_create(
        report_id=report.pk,
        digest=reading.digest,
        defaults={"voice": reading.voice.name, "text": reading.text, "ordered_at": now},
    )
    if not is_new:
        recording.voice_again(now=now)
    return True
