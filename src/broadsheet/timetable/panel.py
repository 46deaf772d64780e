"""What goes out, on the desk's first page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from broadsheet.timetable.goes_out import goes_out


class WhatGoesOut(Component):
    """Late, scheduled and held pages that the person who signed in works with."""

    name = "what_goes_out"
    template_name = "timetable/what_goes_out.html"
    order = 55

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002  # Wagtail's
        return {"lines": goes_out(self._request.user, now=timezone.now())}
