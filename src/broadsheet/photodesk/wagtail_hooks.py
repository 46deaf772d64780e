"""The photo desk in Wagtail's pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.images.views.multiple import AddView

from broadsheet.photodesk.licences_panel import EndingLicences
from broadsheet.photodesk.views.in_report import photos_in_report
from broadsheet.photodesk.views.replace import replace

AddView.page_title = _("Add photos")


@hooks.register("register_admin_urls")
def photodesk_urls() -> list[Any]:
    return [
        path("photos/<int:image_id>/replace/", replace, name="photodesk_replace"),
        path("photos/in/<int:report_id>/", photos_in_report, name="photodesk_in_report"),
    ]


@hooks.register("construct_homepage_panels")
def licences_that_end(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(EndingLicences(request))


@hooks.register("insert_global_admin_css")
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("photodesk/photodesk.css"))
