"""The story list at the desk: its entry in the menu, its addresses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.desk.makes_the_paper import makes_the_paper
from broadsheet.planning.views.stories import stories
from broadsheet.planning.views.story import move, pitch, story_view


class _Stories(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return makes_the_paper(request.user)


@hooks.register("register_admin_menu_item")
def story_list_item() -> MenuItem:
    return _Stories(
        _("Stories"),
        reverse("planning_stories"),
        name="stories",
        icon_name="calendar-alt",
        order=90,
    )


@hooks.register("register_admin_urls")
def planning_urls() -> list[Any]:
    return [
        path("stories/", stories, name="planning_stories"),
        path("stories/new/", pitch, name="planning_pitch"),
        path("stories/<slug:key>/", story_view, name="planning_story"),
        path("stories/<slug:key>/move/", move, name="planning_move"),
    ]
