"""The timetable on the desk's first page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from broadsheet.timetable.panel import WhatGoesOut


@hooks.register("construct_homepage_panels")
def what_goes_out(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WhatGoesOut(request))
