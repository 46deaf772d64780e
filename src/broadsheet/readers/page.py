from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from broadsheet.headers import content_security_policy
from broadsheet.readers.for_one_reader import for_one_reader
from broadsheet.readers.oauth import believing_adapter
from broadsheet.readers.ways import providers


def page(request: HttpRequest, template: str, *, status: int = 200, **what: Any) -> HttpResponse:
    """A page of the reader's own, in the paper's language, which nobody keeps.

    Its forms may lead to the providers that the newsroom has keys of, and nowhere else.
    """
    with translation.override(settings.CONFIG.paper.language):
        told = [(str(one), one.level >= messages.ERROR) for one in messages.get_messages(request)]
    response = for_one_reader(
        request,
        f"readers/{template}.html",
        status=status,
        account=request.user,
        told=told,
        **what,
    )
    response["Content-Security-Policy"] = content_security_policy(form_origins=_form_origins())
    # The place that a reader came from stands in the address; nobody else is told of it.
    response["Referrer-Policy"] = "same-origin"
    return response


def _form_origins() -> tuple[str, ...]:
    origins: list[str] = []
    for one in providers(settings.CONFIG):
        asked = urlsplit(believing_adapter(one.allauth_id).authorize_url)
        origins += [f"{asked.scheme}://{asked.netloc}", *one.handing_on]
    return tuple(dict.fromkeys(origins))
