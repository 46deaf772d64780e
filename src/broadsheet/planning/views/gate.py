from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from broadsheet.desk.makes_the_paper import makes_the_paper

Arguments = ParamSpec("Arguments")


def for_the_newsroom(
    view: Callable[Concatenate[HttpRequest, Arguments], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponse]:
    """A view for everybody who makes the paper; moderators of comments do not."""

    @wraps(view)
    def guarded(
        request: HttpRequest, /, *args: Arguments.args, **options: Arguments.kwargs
    ) -> HttpResponse:
        if not makes_the_paper(request.user):
            raise PermissionDenied
        return view(request, *args, **options)

    return guarded
