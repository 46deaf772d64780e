from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    name = "broadsheet.live"
    label = "live"
    verbose_name = "Live"

    def ready(self) -> None:
        panel = import_module("broadsheet.live.panels").LivePanel
        report = import_module("broadsheet.desk.models").ReportPage
        report.add_panel(panel(heading=_("Live")))
        import_module("django.db.models.signals").post_migrate.connect(
            import_module("broadsheet.live.index_again").after_upgrade,
            sender=list(apps.get_app_configs())[-1],
            dispatch_uid="live.indexed",
        )
