"""A breaking line whose time is over → taken off the front."""

from __future__ import annotations

import datetime as dt

from broadsheet.desk.models import FrontPage


def end_breaking(*, now: dt.datetime) -> bool:
    """Take off what is over; False where nothing is. The press hears of it as of any change."""
    over = FrontPage.objects.filter(breaking_until__lte=now)
    for front in over:
        front.breaking, front.breaking_report, front.breaking_until = "", None, None
        front.save(update_fields=["breaking", "breaking_report", "breaking_until"], clean=False)
    return bool(over)
