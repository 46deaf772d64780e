"""A report that is set for a minute → its sound and its words ordered, to go out with it."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import Error as DatabaseError

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.reference.words_of import words_of
from broadsheet.studio.sound_of import sound_of

logger = logging.getLogger("broadsheet.timetable")


def prepare(page_id: int, *, now: dt.datetime) -> None:
    """Order them of the text that was approved. Twice orders once; a page that is out is left.

    They wait in folders of their own, and are on the site with the first page that names them.
    """
    report = ReportPage.objects.set_for_later().whole().filter(pk=page_id).first()
    if report is None:
        return
    try:
        translator = Translator()
        story = translator.story(report)
        sound_of(report, story, translator.sections_above(report), now=now)
        words_of(report, story)
    except (OSError, DatabaseError):
        raise  # the machine's trouble: the worker waits and tries again
    except Exception:
        # It goes out without, as any report does that is published at once.
        logger.exception("nothing can be prepared of report %d", page_id)
