"""The form in which an embargo is set or moved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.widgets import AdminDateTimeInput

from broadsheet.desk.in_this_zone import in_this_zone
from broadsheet.desk.models import Embargo


class EmbargoForm(forms.ModelForm):  # type: ignore[type-arg]  # a parameter that only the checker knows
    """`embargo` is the one that is in force, if any. Only a publisher may have it end sooner."""

    class Meta:
        model = Embargo
        fields = ("until", "terms")
        widgets = {"until": AdminDateTimeInput()}

    def __init__(self, *args: Any, may_publish: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._may_publish = may_publish
        self._before: dt.datetime | None = self.instance.until
        self.fields["until"].help_text = in_this_zone()

    def clean_until(self) -> dt.datetime:
        until: dt.datetime = self.cleaned_data["until"]
        if until <= timezone.now():
            raise forms.ValidationError(
                gettext("That minute is over; an embargo ends at one that is still to come.")
            )
        if self._before and until < self._before and not self._may_publish:
            raise forms.ValidationError(
                gettext("It may end sooner only by the hand of somebody who may publish it.")
            )
        return until
