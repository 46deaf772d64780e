"""A chooser of authors, topics or letters, open to those who may see them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet

_TO_SEE = {"view", "add", "change", "delete"}


class SnippetChooser(SnippetChooserViewSet):
    """Wagtail's own asks nobody: whoever comes to the desk could list readers' letters by it."""

    def get_urlpatterns(self) -> list[Any]:
        return [
            path(str(one.pattern), self._guarded(one.callback), name=one.name)
            for one in super().get_urlpatterns()
        ]

    def _guarded(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
            policy = policy_registry.get_by_type(self.model)
            if not policy.user_has_any_permission(request.user, _TO_SEE):
                raise PermissionDenied
            return view(request, *args, **options)

        return guarded
