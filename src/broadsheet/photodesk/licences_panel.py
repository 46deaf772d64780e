"""What the desk shows on its first page to whoever looks after photos: licences that end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from broadsheet.photodesk.ending import ending
from broadsheet.photodesk.photo_desk import photo_desk


class EndingLicences(Component):
    name = "ending_licences"
    template_name = "photodesk/ending_licences.html"
    order = 60

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002  # Wagtail's
        is_of_it = photo_desk().filter(pk=self._request.user.pk).exists()
        return {"found": ending(now=timezone.now()) if is_of_it else []}
