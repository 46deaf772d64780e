from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.paper.pages import page_for_one_reader


def reader_page(
    request: HttpRequest, template: str, *, status: int = 200, **what: Any
) -> HttpResponse:
    """A page for one who is concerned by a decision: the paper's own look, kept by nobody."""
    paper = newspaper()
    html = page_for_one_reader(
        f"talk/concerned/{template}.html",
        paper,
        path=request.path,
        csrf_token=get_token(request),
        account=request.user,
        **what,
    )
    response = as_paper(HttpResponse(html, status=status))
    response["Referrer-Policy"] = "same-origin"
    return response
