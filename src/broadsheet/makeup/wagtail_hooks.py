"""The front's place at the desk: its entry in the menu, its addresses, its word on the home."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.desk.models import FrontPage
from broadsheet.makeup import views
from broadsheet.makeup.panels import OldOnTop


class _Front(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return views.may_arrange(request.user, FrontPage.objects.first())


@hooks.register("register_admin_menu_item")
def front() -> MenuItem:
    return _Front(
        _("Front page"), reverse("front_makeup"), name="front", icon_name="home", order=90
    )


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    return [
        path("front/", views.arrange, name="front_makeup"),
        path("front/show/", views.show, name="front_makeup_show"),
        path("front/stock/", views.stock, name="front_makeup_stock"),
        path("front/undo/", views.undo, name="front_makeup_undo"),
        path("front/call-off/", views.call_off, name="front_makeup_call_off"),
    ]


@hooks.register("construct_homepage_panels")
def what_grew_old(request: HttpRequest, panels: list[Any]) -> None:
    page = FrontPage.objects.first()
    if page and views.may_arrange(request.user, page):
        panels.append(OldOnTop(page))
