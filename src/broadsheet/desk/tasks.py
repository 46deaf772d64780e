"""Work of the desk that can wait a moment, run by the worker."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task
from wagtail.models import ReferenceIndex

from broadsheet.desk.models import ReportPage


@task()
def note_references(report_ids: list[int]) -> None:
    """Enter which photos and pages the reports use; the desk shows of each where it is used."""
    for report in ReportPage.objects.filter(pk__in=report_ids):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(report)
