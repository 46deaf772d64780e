"""The form in which a photo is described, and its picture put in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateTimeInput
from wagtail.images.forms import BaseImageForm

from broadsheet.desk.models import OneUse, ReportPage
from broadsheet.desk.picture_field import PictureField
from broadsheet.desk.used_in import reports_with

_POINT = {"focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}


class PhotoForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].help_text = gettext("By which the desk finds it; never printed.")
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(
                label=given.label, required=given.required, widget=given.widget
            )
        if "file" in self.fields and self.instance.is_awaited:
            self.fields["file"].help_text = gettext(
                "This photo waits for its picture. Put the file in here: it takes the "
                "placeholder's place on every page that shows the photo."
            )

        if "licensed_until" in self.fields:
            zone = timezone.get_current_timezone_name()
            self.fields["licensed_until"].help_text = gettext(
                "At that minute, by the clock of %(zone)s, it leaves the paper by itself. Left "
                "empty, it stays."
            ) % {"zone": zone}

    def clean(self) -> Any:
        """What is in print keeps what has to stand beside it."""
        cleaned = super().clean()
        if "file" not in self.changed_data:
            # Put in anew as it is, Django would read all of it to measure it.
            cleaned.pop("file", None)
        lost = {
            "credit": gettext("“%(headline)s” shows this photo to readers; it needs a credit."),
            "alt_text": gettext("“%(headline)s” shows this photo to readers; it needs alt text."),
        }
        has_come = not self.instance.is_awaited or "file" in self.changed_data
        missing = [name for name in lost if has_come and not cleaned.get(name)]
        for report in self._printed_in()[:1] if missing else ():
            for name in missing:
                self.add_error(name, lost[name] % {"headline": report.title})
        return cleaned

    def _get_validation_exclusions(self) -> Any:
        """Django's own. A picture that stays as it is was looked at when it came."""
        exclude = super()._get_validation_exclusions()
        return exclude if "file" in self.changed_data else {*exclude, "file"}

    def clean_is_for_one_use(self) -> bool:
        """What was printed in two reports already cannot be for one use any more."""
        is_for_one_use: bool = self.cleaned_data["is_for_one_use"]
        if is_for_one_use and len(printed := self._printed_in()) > 1:
            headlines = ", ".join(f"“{report.title}”" for report in printed)
            said = gettext("It is printed in several reports already: %(headlines)s.")
            raise ValidationError(said % {"headlines": headlines})
        return is_for_one_use

    def save(self, commit: bool = True) -> Any:
        if "licensed_until" in self.changed_data:
            self.instance.pulled_at = self.instance.warned_at = None
        if "file" in self.changed_data and not _POINT & set(self.changed_data):
            # The point was one of the picture that stood here before.
            for name in _POINT:
                setattr(self.instance, name, None)
        # In one transaction, so that Wagtail's index is not written by the worker in between.
        with transaction.atomic():
            photo = super().save(commit)
        if commit and photo.is_for_one_use:
            for report in self._printed_in():
                use = {"report": report, "headline": report.title}
                OneUse.objects.get_or_create(photo=photo, defaults=use)
        return photo

    def _printed_in(self) -> list[ReportPage]:
        if self.instance.pk is None:
            return []
        return [report for report in reports_with(self.instance) if report.live]

    class Meta(BaseImageForm.Meta):
        widgets = {  # as Django reads it
            **BaseImageForm.Meta.widgets,
            "caption": AdminAutoHeightTextInput,
            "terms": AdminAutoHeightTextInput,
            "licensed_until": AdminDateTimeInput,
        }
