"""What the desk's home says of the front."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from broadsheet.desk.models import FrontPage
from broadsheet.makeup.grown_old import grown_old


class OldOnTop(Component):
    """The stories that have stood on top for too long; nothing where there is none."""

    name = "old_on_top"
    template_name = "makeup/old_on_top.html"
    order = 20

    def __init__(self, front: FrontPage) -> None:
        self._front = front

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002  # Wagtail's
        now = timezone.now()
        return {"aged": grown_old(self._front, now=now), "front": self._front, "now": now}
