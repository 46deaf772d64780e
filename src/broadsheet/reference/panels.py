"""What the reference desk shows in the form of a report."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from broadsheet.reference import shelf


class _ReportPanel(Panel):
    """Shown for a report that was kept, where there are dictionaries for its language."""

    class BoundPanel(Panel.BoundPanel):
        view_name = ""

        def is_shown(self) -> bool:
            report = self.instance
            return (
                report.pk is not None and shelf.has_shelf() and shelf.is_explained(report.language)
            )

        def get_context_data(self, parent_context: Any = None) -> Any:
            url = reverse(self.view_name, args=[self.instance.pk])
            return {**super().get_context_data(parent_context), "url": url}


class ReadingLevelPanel(_ReportPanel):
    """How hard the report is to read, and its rare words, as it was last kept."""

    class BoundPanel(_ReportPanel.BoundPanel):
        template_name = "reference/reading_panel.html"
        view_name = "reference_reading"


class WordsPanel(_ReportPanel):
    """How far the report's dictionary is, and the way to its words."""

    class BoundPanel(_ReportPanel.BoundPanel):
        template_name = "reference/words_panel.html"
        view_name = "reference_state"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.live
