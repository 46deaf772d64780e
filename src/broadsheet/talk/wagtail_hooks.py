"""The moderators' part of the desk: its entry in the menu, its word lists, its addresses."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.desk.snippet_chooser import SnippetChooser
from broadsheet.talk.moderation.desk_urls import urlpatterns
from broadsheet.talk.moderation.models import HeldWords
from broadsheet.talk.moderation.views.gate import may_moderate

_ON_PAGES = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


class HeldWordsViewSet(SnippetViewSet):
    model = HeldWords
    chooser_viewset_class = SnippetChooser
    icon = "list-ul"
    list_display: ClassVar = ("__str__", "count")


register_snippet(HeldWordsViewSet)


class _Comments(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_moderate(request.user)


@hooks.register("register_admin_menu_item")
def comments() -> MenuItem:
    return _Comments(
        _("Comments"),
        reverse("moderation_begin"),
        name="comments",
        icon_name="openquote",
        order=120,
    )


@hooks.register("construct_main_menu")
def menu_of_a_moderator(request: HttpRequest, items: list[Any]) -> None:
    """Lists of pages are of no use to whoever has no pages; word lists are reached by a tab."""
    unused = {"snippets"}
    if not page_permission_policy.user_has_any_permission(request.user, _ON_PAGES):
        unused |= {"all-reports", "sections"}
    items[:] = [item for item in items if item.name not in unused]


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return list(urlpatterns)
