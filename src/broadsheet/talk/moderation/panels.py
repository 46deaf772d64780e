"""What moderation shows in the desk's forms."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class TryTextPanel(Panel):
    """A box for a text, and what the words of this form would find in it, before they are kept."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "talk/desk/try_text_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            return {
                **super().get_context_data(parent_context),
                "url": reverse("moderation_try_text"),
            }


class ThreadPanel(Panel):
    """How comments stand under a report or in a section, and where that is set."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "talk/desk/thread_panel.html"

        def is_shown(self) -> bool:
            may = self.request.user.has_perm("talk.moderate")
            return self.instance.pk is not None and may

        def get_context_data(self, parent_context: Any = None) -> Any:
            return {**super().get_context_data(parent_context), **self.panel.told_of(self.instance)}

    def __init__(self, told_of: Any = None, **options: Any) -> None:
        super().__init__(**options)
        self.told_of = told_of

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "told_of": self.told_of}
