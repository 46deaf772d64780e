from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

PERMISSION = "talk.moderate"
Arguments = ParamSpec("Arguments")
Answer = HttpResponse | StreamingHttpResponse


def for_moderators(
    view: Callable[Concatenate[HttpRequest, Arguments], Answer],
) -> Callable[Concatenate[HttpRequest, Arguments], Answer]:
    """A view of the desk that only moderators are given; Wagtail has asked everybody to sign in."""

    @wraps(view)
    def guarded(
        request: HttpRequest, /, *args: Arguments.args, **options: Arguments.kwargs
    ) -> Answer:
        if not may_moderate(request.user):
            raise PermissionDenied
        return view(request, *args, **options)

    return guarded


def may_moderate(user: Any) -> bool:
    return bool(user.has_perm(PERMISSION))
