"""The form in which a photo is described, and its picture put in."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.forms import BaseImageForm

from broadsheet.desk.picture_field import PictureField


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

    class Meta(BaseImageForm.Meta):
        widgets = {  # as Django reads it
            **BaseImageForm.Meta.widgets,
            "caption": AdminAutoHeightTextInput,
        }
