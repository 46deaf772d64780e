"""The corrections in a report's form: new ones are written, printed ones are shown."""

from __future__ import annotations

from typing import Any

from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel

from broadsheet.desk.in_this_zone import in_this_zone


class CorrectionForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corrected_at"].help_text = in_this_zone()
        if is_printed(self):
            for field in self.fields.values():
                field.disabled = True


class CorrectionFormSet(BaseChildFormSet):
    def _should_delete_form(self, form: Any) -> bool:
        return not is_printed(form) and super()._should_delete_form(form)


class CorrectionsPanel(InlinePanel):
    """An InlinePanel whose printed rows can be neither changed nor taken away."""

    def get_form_options(self) -> Any:
        options = super().get_form_options()
        options["formsets"][self.relation_name].update(
            form=CorrectionForm, formset=CorrectionFormSet
        )
        return options


def is_printed(form: Any) -> bool:
    # Only what was printed has a row of its own, except in a report that never was published.
    correction = form.instance
    return correction.pk is not None and correction.report.last_published_at is not None
