"""Live reports at the desk: their entry in the menu, their addresses, their lines in the log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.desk.models import LiveReport
from broadsheet.live.views.entry import edit, pin, take_down
from broadsheet.live.views.index import index
from broadsheet.live.views.run import run
from broadsheet.live.views.write import write


class _Live(MenuItem):
    """Shown to whoever may write in a report that runs now."""

    def is_shown(self, request: HttpRequest) -> bool:
        running = LiveReport.objects.filter(ended_at=None).select_related("report")
        return any(live.may_be_written_by(request.user) for live in running)


@hooks.register("register_admin_menu_item")
def live() -> MenuItem:
    return _Live(_("Live"), reverse("live_index"), name="live", icon_name="time", order=90)


@hooks.register("register_admin_urls")
def live_urls() -> list[Any]:
    return [
        path("live/", index, name="live_index"),
        path("live/<int:report_id>/", write, name="live_write"),
        path("live/<int:report_id>/run/", run, name="live_run"),
        path("live/<int:report_id>/entries/<int:pk>/", edit, name="live_edit"),
        path("live/<int:report_id>/entries/<int:pk>/pin/", pin, name="live_pin"),
        path("live/<int:report_id>/entries/<int:pk>/take-down/", take_down, name="live_take_down"),
    ]


@hooks.register("register_log_actions")
def live_actions(actions: Any) -> None:
    actions.register_action("broadsheet.live.start", _("Go live"), _("It is a live report"))
    actions.register_action("broadsheet.live.wrap", _("Wrap"), _("The live report was wrapped up"))
    actions.register_action("broadsheet.live.reopen", _("Go on"), _("The live report goes on"))
