from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.paper.pages import page_for_one_reader


def for_one_reader(
    request: HttpRequest, template: str, *, status: int = 200, **what: Any
) -> HttpResponse:
    """A page that whoever asks is shown alone, in the paper's look, and that nobody keeps.

    `template` is the whole name of one that extends the paper's.
    """
    html = page_for_one_reader(
        template, newspaper(), path=request.path, csrf_token=get_token(request), **what
    )
    return as_paper(HttpResponse(html, status=status))
