from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from broadsheet.readers.for_one_reader import for_one_reader
from broadsheet.readers.signed_in import sign_in_path


def page(request: HttpRequest, template: str, *, status: int = 200, **what: Any) -> HttpResponse:
    """A page of the talk for whoever asks, in the paper's language, which nobody keeps."""
    return for_one_reader(
        request,
        f"talk/{template}.html",
        status=status,
        account=request.user if request.user.is_authenticated else None,
        longest=settings.CONFIG.talk.longest,
        sign_in_path=sign_in_path(request.get_full_path()),
        name_path=f"{reverse('reader:name')}?{urlencode({'next': request.path})}",
        **what,
    )
