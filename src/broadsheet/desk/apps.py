from importlib import import_module

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "broadsheet.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        import_module("broadsheet.desk.proofs")
        report = import_module("broadsheet.desk.models").ReportPage
        import_module("django.db.models.signals").pre_save.connect(
            import_module("broadsheet.desk.keep_version").keep_version,
            sender=report,
            dispatch_uid="desk.version.kept",
        )
        page_published = import_module("wagtail.signals").page_published
        page_published.connect(
            import_module("broadsheet.desk.withdraw").end,
            sender=report,
            dispatch_uid="desk.withdrawal.ended",
        )
