from importlib import import_module

from django.apps import AppConfig, apps


class DeskConfig(AppConfig):
    name = "broadsheet.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        import_module("broadsheet.desk.proofs")
        checks = import_module("broadsheet.desk.photo_checks").photo_checks
        import_module("broadsheet.desk.fit_to_print").add_check(checks)
        import_module("broadsheet.desk.embargo_guard").connect()
        report = import_module("broadsheet.desk.models").ReportPage
        import_module("django.db.models.signals").pre_save.connect(
            import_module("broadsheet.desk.keep_version").keep_version,
            sender=report,
            dispatch_uid="desk.version.kept",
        )
        self._keep_roles()
        page_published = import_module("wagtail.signals").page_published
        page_published.connect(
            import_module("broadsheet.desk.withdraw").end,
            sender=report,
            dispatch_uid="desk.withdrawal.ended",
        )

    def _keep_roles(self) -> None:
        hand_out = import_module("broadsheet.desk.hand_out_roles")
        models = import_module("broadsheet.desk.models")
        signals = import_module("django.db.models.signals")
        # Django makes the permissions of one app after the other; now all of them are there.
        signals.post_migrate.connect(
            hand_out.after_upgrade,
            sender=list(apps.get_app_configs())[-1],
            dispatch_uid="desk.roles.handed_out",
        )
        signals.post_save.connect(
            hand_out.after_section, sender=models.SectionPage, dispatch_uid="desk.roles.of_section"
        )
        signals.post_delete.connect(
            hand_out.after_role, sender=models.Role, dispatch_uid="desk.roles.gone"
        )
