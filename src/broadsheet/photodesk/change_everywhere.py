"""One change of a report → made in what is published, and in the draft that may lie over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from broadsheet.desk.models import ReportPage


def change_everywhere(report: ReportPage, change: Callable[[ReportPage], None], *, by: Any) -> None:
    """Call `change` for each of them and keep it, in one transaction.

    The published report is published again, by `by` (a user) and with nothing else changed.
    Raises NotFitError where it must not go out.
    """
    with transaction.atomic():
        has_draft = report.has_unpublished_changes or not report.live
        draft = report.get_latest_revision_as_object() if has_draft else None
        if report.live:
            change(report)
            revision = report.save_revision(user=by, log_action=True)
            # Not by the right to publish: who may change photos was asked before.
            revision.publish(user=by, skip_permission_checks=True)
        if draft is not None:
            # Kept after it, so that the draft is still what is worked on.
            change(draft)
            if not report.live:
                draft.save()
            draft.save_revision(user=by, log_action=True)
