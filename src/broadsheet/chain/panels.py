"""What the chain shows in the form of a report."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from broadsheet.chain.standing import Standing, standing


class ChainPanel(Panel):
    """Who has the report, since when, what is asked, and the note with which it came back."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "chain/panel.html"

        @cached_property
        def standing(self) -> Standing | None:
            return standing(self.instance) if self.instance.pk else None

        def is_shown(self) -> bool:
            return self.standing is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            return {**super().get_context_data(parent_context), "standing": self.standing}
