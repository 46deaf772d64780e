from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class ChainConfig(AppConfig):
    name = "broadsheet.chain"
    label = "chain"
    verbose_name = "Chain"

    def ready(self) -> None:
        import_module("django.db.models.signals").post_migrate.connect(
            import_module("broadsheet.chain.lay_chain").after_upgrade,
            sender=list(apps.get_app_configs())[-1],
            dispatch_uid="chain.laid",
        )
        self._tell_decisions()
        panel = import_module("broadsheet.chain.panels").ChainPanel
        import_module("broadsheet.desk.models").ReportPage.add_first_panel(
            panel(heading=_("In whose hands it is"))
        )

    def _tell_decisions(self) -> None:
        """In the place of Wagtail's mails, which go out while somebody waits for the page."""
        signals = import_module("wagtail.signals")
        after_decision = import_module("broadsheet.chain.tell_decision").after_decision
        state = import_module("wagtail.models").WorkflowState
        for name in ("approved", "rejected"):
            signal = getattr(signals, f"workflow_{name}")
            signal.disconnect(
                sender=state, dispatch_uid=f"workflow_state_{name}_email_notification"
            )
            signal.connect(after_decision, sender=state, dispatch_uid=f"chain.told.{name}")
