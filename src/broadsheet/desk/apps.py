from importlib import import_module

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "broadsheet.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        import_module("broadsheet.desk.proofs")
        page_published = import_module("wagtail.signals").page_published
        page_published.connect(
            import_module("broadsheet.desk.withdraw").end,
            sender=import_module("broadsheet.desk.models").ReportPage,
            dispatch_uid="desk.withdrawal.ended",
        )
