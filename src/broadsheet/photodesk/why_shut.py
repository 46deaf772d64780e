from __future__ import annotations

from django.utils.translation import gettext
from wagtail.locks import BasicLock, ScheduledForPublishLock

from broadsheet.desk.models import ReportPage


def why_shut(report: ReportPage) -> str:
    """Why its photos cannot be changed now, "" where they can: a step of the chain stops none."""
    lock = report.get_lock()
    if isinstance(lock, BasicLock):
        said = gettext("“%(headline)s” is locked; have it unlocked first.")
    elif isinstance(lock, ScheduledForPublishLock):
        said = gettext(
            "“%(headline)s” is set to go out as it is; have that taken back first, then change its "
            "photos."
        )
    else:
        return ""
    return said % {"headline": report.get_admin_display_title()}
