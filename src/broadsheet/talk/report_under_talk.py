"""A report's number → what the talk has to know of it, asked at most once a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from broadsheet.desk.models import ReportPage
from broadsheet.talk.refused import Refused

KEPT_SECONDS = 1.0
_MOST_KEPT = 1000

_kept: dict[tuple[Path, int], tuple[float, ReportPage]] = {}


def report_under_talk(report_id: int, *, clock: Callable[[], float] = time.monotonic) -> ReportPage:
    """A published report, as it was at most a second ago. Raises Refused where there is none.

    Only its key, address, headline, language, times and whether its comments are open are loaded.
    """
    key = (settings.CONFIG.home, report_id)
    kept = _kept.get(key)
    if kept and clock() < kept[0]:
        return kept[1]
    report: ReportPage | None = (
        ReportPage.objects.live()
        .select_related("talk")
        .only(
            *("title", "path", "url_path", "language", "first_published_at", "are_comments_open"),
            *("talk__mode", "talk__closes_at"),
        )
        .filter(pk=report_id)
        .first()
    )
    if report is None:
        raise Refused(gettext("This report is not in the paper any more."), status=404)
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    _kept[key] = (clock() + KEPT_SECONDS, report)
    return report
