"""The form of a pitch or an assignment: what was agreed about a story."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import Assignment, SectionPage
from broadsheet.planning.people import people


class AssignmentForm(forms.ModelForm[Assignment]):
    """What was agreed about a story, in sections where whoever fills it in may say so.

    Only who edits a section says who writes; somebody with an idea is shown the form without.
    """

    class Meta:
        model = Assignment
        fields = ("slug_line", "what", "section", "who", "due_at", "words_asked")
        widgets = {
            "what": forms.Textarea(attrs={"rows": 3}),
            "due_at": forms.DateTimeInput(
                attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
            ),
        }

    def __init__(
        self, *args: Any, sections: list[SectionPage], is_by_editor: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        zone = timezone.localtime().tzname()
        fields["due_at"].label = _("Due (%(zone)s)") % {"zone": zone}
        numbers = [one.pk for one in sections]
        fields["section"].queryset = SectionPage.objects.filter(pk__in=numbers).order_by("path")
        fields["who"].queryset = people()
        fields["who"].empty_label = _("nobody yet")
        fields["slug_line"].required = self.instance.report_id is None
        if self.instance.report_id:
            # Where the report stands and what it says is the report's own.
            del fields["section"], fields["what"]
        if not is_by_editor:
            del fields["who"]
