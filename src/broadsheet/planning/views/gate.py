from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.images import get_image_model
from wagtail.permissions import page_permission_policy, policy_registry

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


def makes_the_paper(user: object) -> bool:
    photos = policy_registry.get_by_type(get_image_model())
    return bool(
        page_permission_policy.user_has_any_permission(user, {"add", "change", "publish", "lock"})
        or photos.user_has_any_permission(user, {"add", "change"})
    )
