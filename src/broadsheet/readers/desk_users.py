"""The desk's list of users: whoever works there, and no reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)
from wagtail.users.views.users import IndexView, UserViewSet

from broadsheet.readers.models import Account


class DeskUsers(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().desk_users()


class DeskUserViewSet(UserViewSet):
    """Readers are not in its list, and no address of its leads to one."""

    index_view_class = DeskUsers

    def construct_view(self, view_class: Any, **kwargs: Any) -> Callable[..., HttpResponse]:
        return _not_of_readers(super().construct_view(view_class, **kwargs))


def _not_of_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def seen(request: HttpRequest, *words: Any, **named: Any) -> HttpResponse:
        if "pk" in named:
            get_object_or_404(Account.objects.desk_users(), pk=named["pk"])
        return view(request, *words, **named)

    return seen


class _OfTheDesk:
    """Of the accounts that were ticked, those of readers are left out."""

    @classmethod
    def get_queryset(cls, model: type[Account], object_ids: Any) -> list[Account]:
        return get_list_or_404(model.objects.desk_users(), pk__in=object_ids)


class AssignRole(_OfTheDesk, AssignRoleBulkAction):
    pass


class Delete(_OfTheDesk, DeleteBulkAction):
    pass


class SetActiveState(_OfTheDesk, SetActiveStateBulkAction):
    pass


# Of the same kinds as Wagtail's own, whose place they take.
BULK_ACTIONS = (AssignRole, Delete, SetActiveState)
