"""A report that is out → the same with one more correction."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.utils import timezone

from broadsheet.desk.models import Correction, ReportPage
from broadsheet.readers.models import Account


def correct(*, report: int, text: str, progress: Callable[[str], None]) -> float:
    """Publish it as the desk does. Gives when that was in the database, in seconds since 1970."""
    page: ReportPage = ReportPage.objects.get(pk=report)
    draft = page.get_latest_revision_as_object()
    draft.corrections.add(Correction(text=text, corrected_at=timezone.now()))
    editor = Account.objects.get(username="editor")
    draft.save_revision(user=editor).publish(user=editor)
    committed_at = time.time()
    progress(f"corrected: {text}")
    return committed_at
