"""What the desk opens with: where to begin a report."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from broadsheet.desk.models import SectionPage


class NewReport(Component):
    """A way into each section where whoever signed in may write; nothing for who writes nowhere."""

    name = "new_report"
    template_name = "desk/new_report.html"
    order = 50

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002  # Wagtail's
        user = self._request.user
        every = list(SectionPage.objects.order_by("path"))
        sections = [one for one in every if one.permissions_for_user(user).can_add_subpage()]
        return {"sections": sections, "is_shown": sections or not every}
