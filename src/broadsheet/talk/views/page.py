from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.paper.pages import page_for_one_reader


def page(request: HttpRequest, template: str, *, status: int = 200, **what: Any) -> HttpResponse:
    """A page of the talk for whoever asks, in the paper's language, which nobody keeps."""
    html = page_for_one_reader(
        f"talk/{template}.html",
        newspaper(),
        path=request.path,
        csrf_token=get_token(request),
        account=request.user if request.user.is_authenticated else None,
        longest=settings.CONFIG.talk.longest,
        sign_in_path=sign_in_path(request.get_full_path()),
        name_path=f"{reverse('reader:name')}?{urlencode({'next': request.path})}",
        **what,
    )
    return as_paper(HttpResponse(html, status=status))


def sign_in_path(then: str) -> str:
    """Where one signs in and comes back to the place `then`."""
    return f"{reverse('reader:sign-in')}?{urlencode({'next': then})}"
