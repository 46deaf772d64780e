from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    name = "broadsheet.live"
    label = "live"
    verbose_name = "Live"

    def ready(self) -> None:
        panel = import_module("broadsheet.live.panels").LivePanel
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel(panel(heading=_("Live")))
