"""The form of a report's photos: what hangs at each place, and one photo more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.widgets import AdminImageChooser

from broadsheet.desk.models import Photo, ReportPage
from broadsheet.photodesk.place_photos import TOP, Added, Hung, Place, blocks_of, places_of

_ADDED = "added"
_CAPTION = _("Caption here")
_HELP = _("Only where this report needs another caption than the photo's own.")


class PhotosForm(forms.Form):
    """`chosen` are the photos that whoever fills it in may choose."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, report: ReportPage, chosen: Any, data: Any = None) -> None:
        super().__init__(data)
        self.places = places_of(report)
        self._stands = _stands(report, self.places)
        self.fields["seen"].initial = self._stands
        under = [(TOP, gettext("on top of the text")), *blocks_of(report)]
        self.fields["under"] = forms.ChoiceField(choices=under, label=_("Under"), required=False)
        for place in (*self.places, Place(key=_ADDED, where="", hung=Hung(None, ""))):
            self.fields[f"{place.key}-photo"] = forms.ModelChoiceField(
                chosen | Photo.objects.filter(pk=place.hung.photo),
                widget=AdminImageChooser(),
                label=_("Photo"),
                required=place.is_needed,
                initial=place.hung.photo,
            )
            if place.is_of_entry:
                continue
            self.fields[f"{place.key}-caption"] = forms.CharField(
                widget=AdminAutoHeightTextInput(),
                label=_CAPTION,
                help_text=_HELP,
                required=False,
                initial=place.hung.caption,
            )

    def clean(self) -> dict[str, Any]:
        """Whoever was slower is told before anything is overwritten."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("seen") != self._stands:
            raise forms.ValidationError(
                gettext(
                    "Another version of this report was kept after you had opened the page. "
                    "Nothing is overwritten: open it anew and make your change once more."
                )
            )
        return cleaned

    @property
    def rows(self) -> list[tuple[Place, list[Any]]]:
        """Each place with the fields of it."""
        return [(one, self._fields_of(one.key)) for one in self.places]

    @property
    def more(self) -> list[Any]:
        return [*self._fields_of(_ADDED), self["under"]]

    @property
    def wanted(self) -> dict[str, Hung]:
        return {place.key: Hung(*self._at(place.key)) for place in self.places}

    @property
    def added(self) -> Added | None:
        photo = self.cleaned_data[f"{_ADDED}-photo"]
        if photo is None:
            return None
        return Added(photo, self._at(_ADDED)[1], self.cleaned_data["under"] or TOP)

    def _at(self, key: str) -> tuple[int | None, str]:
        photo = self.cleaned_data[f"{key}-photo"]
        return (photo.pk if photo else None), self.cleaned_data.get(f"{key}-caption", "")

    def _fields_of(self, key: str) -> list[Any]:
        names = (f"{key}-photo", f"{key}-caption")
        return [self[name] for name in names if name in self.fields]


def _stands(report: ReportPage, places: tuple[Place, ...]) -> str:
    """What tells the report as it is from the report as it was: entries have no versions."""
    entries = (f"{one.key}:{one.hung.photo}" for one in places if one.is_of_entry)
    return " ".join((str(report.latest_revision_id), *entries))
