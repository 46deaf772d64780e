from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from broadsheet.desk.claim_photos import claim_photos
from broadsheet.desk.fit_to_print import refuse_unfit
from broadsheet.desk.models import LiveEntry, Photo, ReportPage
from broadsheet.live.change import hang


def hang_in_entries(
    report: ReportPage, wanted: Mapping[LiveEntry, Photo | None], *, now: dt.datetime
) -> None:
    """Put photos under entries of a live report, or take those that are there away.

    Raises NotFitError where the report is published and must not be out like this, and Refused
    where an entry was taken down meanwhile; nothing is changed then.
    """
    with transaction.atomic():
        for entry, photo in wanted.items():
            hang(entry, photo, now=now)
        if wanted and report.live:
            refuse_unfit(report, now=now)
            claim_photos(report, now=now)
