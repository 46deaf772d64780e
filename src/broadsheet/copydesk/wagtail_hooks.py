from __future__ import annotations

from typing import Any

from django.urls import path
from wagtail import hooks

from broadsheet.copydesk.views.here import here
from broadsheet.copydesk.views.remarks import remarks


@hooks.register("register_admin_urls")
def copydesk_urls() -> list[Any]:
    return [
        path("copydesk/here/", here, name="copydesk_here"),
        path("copydesk/<int:report_id>/", remarks, name="copydesk_remarks"),
    ]
