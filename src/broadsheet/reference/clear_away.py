"""Words files of reports that are gone → room on the shelf."""

from __future__ import annotations

import datetime as dt

from broadsheet.reference.models import Wordbook
from broadsheet.reference.models.wordbook import shelf

KEPT = dt.timedelta(days=1)


def clear_away(*, now: dt.datetime) -> None:
    """Take away every file that belongs to no wordbook, such as a crash may leave.

    After a day: a worker of another machine may be about to enter what it kept a moment ago.
    """
    spare = list(shelf().names(kept_before=now - KEPT))
    kept = {wordbook.file for wordbook in Wordbook.objects.exclude(stamp="").only("stamp")}
    shelf().remove(*(name for name in spare if name not in kept))
