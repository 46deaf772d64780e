"""What was published under embargo → a word to the editor that it is not out yet."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Page
from wagtail.utils.timestamps import render_timestamp

from broadsheet.desk.models import ReportPage


def tell_held(request: HttpRequest, pages: Iterable[Page]) -> None:
    ids = [page.pk for page in pages]
    for report in ReportPage.objects.filter(pk__in=ids).prefetch_related("embargoes"):
        if report.embargo_until and report.is_held(now=timezone.now()):
            messages.info(
                request,
                gettext("“%(headline)s” is under embargo; it goes out at %(minute)s.")
                % {
                    "headline": report.get_admin_display_title(),
                    "minute": render_timestamp(report.embargo_until),
                },
            )
