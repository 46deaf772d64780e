from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class RemarksPanel(Panel):
    """How long a report is and what there is to say of it, as it was last kept."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "copydesk/remarks_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            pk = self.instance.pk
            url = reverse("copydesk_remarks", args=[pk]) if pk else ""
            context = super().get_context_data(parent_context)
            return {**context, "url": url, "request": self.request}
