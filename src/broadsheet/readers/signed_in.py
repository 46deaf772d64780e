from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from broadsheet.readers.adapters import SIGNED_IN_AT

FRESH_SECONDS = 30 * 60

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Send whoever is not signed in to do so, and back here after."""

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            here = request.get_full_path() if request.method == "GET" else reverse("reader:home")
            return HttpResponseRedirect(sign_in_path(here))
        return view(request, *args, **kwargs)

    return handle


def freshly_signed_in(view: View) -> View:
    """For what a borrowed browser must not do: a reader who came in long ago signs in once more.

    Staff have no business here; their account is the newsroom's.
    """

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.works_at_the_desk:  # type: ignore[union-attr]  # @signed_in is outside
            return HttpResponseRedirect(reverse("reader:home"))
        if not is_fresh(request):
            messages.info(request, _("It is a while since you came. Please sign in once more."))
            return HttpResponseRedirect(sign_in_path(reverse("reader:home"), again="1"))
        return view(request, *args, **kwargs)

    return signed_in(handle)


def is_fresh(request: HttpRequest) -> bool:
    return time.time() - float(request.session.get(SIGNED_IN_AT, 0)) < FRESH_SECONDS


def sign_in_path(then: str, **more: str) -> str:
    """Where one signs in and comes back to the place `then`."""
    return f"{reverse('reader:sign-in')}?{urlencode({'next': then, **more})}"
