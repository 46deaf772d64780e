from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopydeskConfig(AppConfig):
    name = "broadsheet.copydesk"
    label = "copydesk"
    verbose_name = _("Copy desk")

    def ready(self) -> None:
        panel = import_module("broadsheet.copydesk.panels").RemarksPanel
        import_module("broadsheet.desk.fit_to_print").add_check(
            import_module("broadsheet.copydesk.keep_back").keep_back
        )
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel_under_text(panel(heading=_("Before it goes out")))
