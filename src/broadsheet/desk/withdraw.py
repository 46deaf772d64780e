"""A report is unpublished → the reason for it, where the editor gives one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from broadsheet.desk.models import ReportPage, Withdrawal

LONGEST_REASON = 1000


def keep_reason(request: HttpRequest, page: Page) -> None:
    """Called by Wagtail before it unpublishes what an editor has confirmed."""
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    if isinstance(page, ReportPage) and page.live and reason:
        Withdrawal.objects.update_or_create(
            report=page,
            defaults={
                "reason": reason,
                "withdrawn_at": timezone.now(),
                "withdrawn_by_id": request.user.pk,
            },
        )


def end(instance: Any, **_: object) -> None:
    """Called when a report is published: it is not withdrawn any more.

    Wagtail calls it also when a report is only set for a later minute.
    """
    if instance.live:
        Withdrawal.objects.filter(report=instance.pk).delete()
