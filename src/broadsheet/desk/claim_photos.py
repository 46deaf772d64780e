"""A report goes out → the photos in it that may be printed once are its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from broadsheet.desk.models.one_use import OneUse
from broadsheet.desk.photos_in import photos_in


def claim_photos(report: Any, *, now: dt.datetime) -> None:
    """To be called in the transaction that publishes the report (`ReportPage`)."""
    once = {one.photo for one in photos_in(report) if one.photo.is_for_one_use}
    OneUse.objects.bulk_create(
        [
            OneUse(photo=photo, report_id=report.pk, headline=report.title, printed_at=now)
            for photo in once.difference(use.photo for use in OneUse.objects.filter(photo__in=once))
        ]
    )
