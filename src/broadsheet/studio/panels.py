"""What the studio shows in the desk's forms."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class HearItPanel(Panel):
    """A button that plays how the phrase would be said, before anything is saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "studio/hear_it_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            return {**super().get_context_data(parent_context), "url": reverse("studio_hear")}


class RecordingPanel(Panel):
    """How far the audio report of a report is, by the voice or by a person. Read only."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "studio/recording_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            url = reverse("studio_state", args=[self.instance.pk])
            return {**super().get_context_data(parent_context), "url": url}
