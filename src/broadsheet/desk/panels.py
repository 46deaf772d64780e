"""Panels of the desk's forms that Wagtail does not have."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel


class EmbargoPanel(Panel):
    """Says until when a report is held, and leads to where that is set."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/embargo_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            until = self.instance.embargo_until
            return {
                **super().get_context_data(parent_context),
                "until": until,
                "is_held": self.instance.is_held(now=timezone.now()),
            }


class WireCopyPanel(Panel):
    """Shows what the wire took for what, beside the report that it made. Read only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/wire_copy_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and hasattr(self.instance, "wire_copy")

        def get_context_data(self, parent_context: Any = None) -> Any:
            copy = self.instance.wire_copy
            return {
                **super().get_context_data(parent_context),
                "copy": copy,
                "lines": copy.lines(),
                "remarks": copy.remarks(),
            }
