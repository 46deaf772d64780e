"""What Django says when it has no answer: the pages that the press printed for this."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from broadsheet.desk.middleware import RETRY_SECONDS, as_paper


def not_found(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's
    return _printed("404.html", 404)


def unavailable(_request: HttpRequest) -> HttpResponse:
    """For our own fault and for a database that is away: kindly, and without asking it anything."""
    response = _printed("unavailable.html", 503)
    response["Retry-After"] = RETRY_SECONDS
    return response


def _printed(name: str, status: int) -> HttpResponse:
    try:
        page = (settings.CONFIG.site / name).read_bytes()
    except OSError:
        page = (
            f"<!doctype html><title>{status}</title><p>This page cannot be shown now.</p>".encode()
        )
    return as_paper(HttpResponse(page, status=status))
