from __future__ import annotations

from modelsearch.index import insert_or_update_object

from broadsheet.desk.models import ReportPage


def index_again(report_id: int) -> None:
    """Have the search know what the entries and the wrap say now, in the same transaction."""
    insert_or_update_object(ReportPage.objects.get(pk=report_id))
