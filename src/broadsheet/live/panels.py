"""What is said of live reports in the desk's forms."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class LivePanel(Panel):
    """Whether a report is written while it happens, and where that is begun and done."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "live/panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            report, user = self.instance, self.request.user
            live = report.live_run
            return {
                **super().get_context_data(parent_context),
                "report": report,
                "live": live,
                "may_run": report.permissions_for_user(user).can_publish(),
                "may_write": live is not None and live.may_be_written_by(user),
            }
