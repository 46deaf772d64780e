from __future__ import annotations

from typing import Any

from modelsearch.index import insert_or_update_object

from broadsheet.desk.models import LiveReport, ReportPage


def index_again(report_id: int) -> None:
    """Have the search know what the entries and the wrap say now, in the same transaction."""
    insert_or_update_object(ReportPage.objects.get(pk=report_id))


def after_upgrade(**_: Any) -> None:
    """Called by Django when every table is there: versions before did not search entries."""
    for pk in LiveReport.objects.values_list("pk", flat=True):
        index_again(pk)
