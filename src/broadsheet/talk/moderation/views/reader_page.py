from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from broadsheet.readers.for_one_reader import for_one_reader


def reader_page(
    request: HttpRequest, template: str, *, status: int = 200, **what: Any
) -> HttpResponse:
    """A page for one who is concerned by a decision: the paper's own look, kept by nobody."""
    response = for_one_reader(
        request,
        f"talk/concerned/{template}.html",
        status=status,
        account=request.user,
        **what,
    )
    response["Referrer-Policy"] = "same-origin"
    return response
