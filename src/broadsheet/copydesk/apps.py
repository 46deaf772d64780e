from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopydeskConfig(AppConfig):
    name = "broadsheet.copydesk"
    label = "copydesk"
    verbose_name = _("Copy desk")

    def ready(self) -> None:
        panel = import_module("broadsheet.copydesk.panels").RemarksPanel
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel_under_text(panel(heading=_("Before it goes out")))
