"""What the front's editor sends → the front so arranged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import FrontPage, ReportPage, SectionPage
from broadsheet.desk.models.front import FrontRiver, TopStory

_MINUTES = "%Y-%m-%dT%H:%M"


def _time_field(**words: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        required=False,
        input_formats=[_MINUTES],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTES),
        **words,
    )


class Arrangement(forms.ModelForm[FrontPage]):
    """`base` is the front's newest revision when it was opened; another one since is refused once.

    Times are in the zone that the desk shows.
    """

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    lead = forms.ModelChoiceField(
        ReportPage.objects.live(), required=False, widget=forms.HiddenInput
    )
    top = forms.ModelMultipleChoiceField(
        ReportPage.objects.live(), required=False, widget=forms.MultipleHiddenInput
    )
    rivers = forms.ModelMultipleChoiceField(
        SectionPage.objects.live(), required=False, widget=forms.MultipleHiddenInput
    )
    breaking_until = _time_field(label=_("It ends at"))
    goes_out_at = _time_field(label=_("Goes out at"))

    class Meta:
        model = FrontPage
        fields: ClassVar = ["breaking", "breaking_report", "breaking_until", "old_after_hours"]
        widgets: ClassVar = {
            "breaking": forms.TextInput(attrs={"maxlength": 120}),
            "breaking_report": forms.HiddenInput,
        }

    def clean_top(self) -> list[ReportPage]:
        top = self._in_order("top")
        if len(top) > FrontPage.MOST_TOP_STORIES:
            raise forms.ValidationError(
                _("%(count)s top stories are set, and at most %(most)s fit; take some off."),
                params={"count": len(top), "most": FrontPage.MOST_TOP_STORIES},
            )
        return top

    def clean_rivers(self) -> list[SectionPage]:
        return self._in_order("rivers")

    def clean_breaking_until(self) -> Any:
        until = self.cleaned_data["breaking_until"]
        if until and self.cleaned_data.get("breaking") and until <= timezone.now():
            raise forms.ValidationError(_("The breaking line would be over already; set it later."))
        return until

    def arranged(self) -> FrontPage:
        """The front as far as what was sent is right; call it after `is_valid`."""
        front: FrontPage = self.instance
        cleaned = self.cleaned_data
        front.lead = cleaned.get("lead")
        top = [report for report in cleaned.get("top", ()) if report != front.lead]
        front.top_stories = _rows(TopStory, "report", top)
        front.rivers = _rows(FrontRiver, "section", cleaned.get("rivers", ()))
        return front

    def _in_order(self, name: str) -> list[Any]:
        """The chosen rows, in the order in which they were sent."""
        found = {str(row.pk): row for row in self.cleaned_data[name]}
        sent = cast("QueryDict", self.data).getlist(name)
        return [found[pk] for pk in dict.fromkeys(sent)]


def _rows(model: type[Any], field: str, chosen: Iterable[Any]) -> list[Any]:
    return [model(**{field: one}, sort_order=order) for order, one in enumerate(chosen)]
