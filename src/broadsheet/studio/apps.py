from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioConfig(AppConfig):
    name = "broadsheet.studio"
    label = "studio"
    verbose_name = "Studio"

    def ready(self) -> None:
        import_module("broadsheet.studio.listen").connect()
        panel = import_module("broadsheet.studio.panels").RecordingPanel
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel(panel(heading=_("Audio report")))
