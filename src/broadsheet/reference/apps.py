from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferenceConfig(AppConfig):
    name = "broadsheet.reference"
    label = "reference"
    verbose_name = _("Reference desk")

    def ready(self) -> None:
        import_module("broadsheet.reference.listen").connect()
        panels = import_module("broadsheet.reference.panels")
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel(panels.ReadingLevelPanel(heading=_("Reading level")))
        report.add_panel(panels.WordsPanel(heading=_("Dictionary")))
