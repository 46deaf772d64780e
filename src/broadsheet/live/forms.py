"""The forms in which a live report is written and run."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.models import LiveEntry, LiveReport
from broadsheet.desk.picture_field import PictureField
from broadsheet.live.post import Draft, Picture
from broadsheet.readers.models import Account

LONGEST = 20_000


class EntryForm(forms.Form):
    """A new entry: words, a photo, or both."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label=_("What happens"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "enterkeyhint": "enter"}),
        help_text=_("An empty line begins a paragraph, a line with > a quotation."),
    )
    headline = forms.CharField(label=_("Headline, if it wants one"), required=False, max_length=120)
    photo = PictureField(label=_("Photo"), required=False)
    alt = forms.CharField(
        label=_("What the photo shows, for who cannot see it"), required=False, max_length=400
    )
    credit = forms.CharField(label=_("Credit"), required=False, max_length=160)
    caption = forms.CharField(label=_("Caption"), required=False, max_length=1000)
    is_key = forms.BooleanField(label=_("A key moment"), required=False)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("photo"):
            for name, sentence in (
                ("alt", _("Say what the photo shows: some readers cannot see it.")),
                ("credit", _("Say whose photo it is; it goes out with its credit.")),
            ):
                if not told.get(name):
                    self.add_error(name, sentence)
        elif not told.get("text", "").strip() and "photo" not in self.errors:
            self.add_error("text", _("Write something, or add a photo."))
        return told

    def draft(self) -> Draft:
        told = self.cleaned_data
        picture = None
        if told["photo"]:
            picture = Picture(
                file=told["photo"], alt=told["alt"], credit=told["credit"], caption=told["caption"]
            )
        return Draft(
            key=told["key"],
            text=told["text"],
            headline=told["headline"],
            is_key=told["is_key"],
            picture=picture,
        )


class ChangeForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's own takes none at run time
    correction = forms.CharField(
        label=_("What was wrong"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "For a mistake in what was said: it stands under the entry for good. Left empty, "
            "readers see only that it was edited."
        ),
    )

    without_photo = forms.BooleanField(label=_("Take its photo off"), required=False)

    class Meta:
        model = LiveEntry
        fields = ("headline", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    field_order = ("headline", "text", "without_photo", "correction")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if not self.instance.photo_id:
            del self.fields["without_photo"]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        has_photo = self.instance.photo_id and not told.get("without_photo")
        if not told.get("text", "").strip() and not has_photo and "text" not in self.errors:
            self.add_error("text", _("Write something; to remove the entry, take it down."))
        return told


class TakeDownForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Readers see it in the entry’s place. Left empty, nothing is left of the entry: for "
            "one that was posted by mistake a moment ago."
        ),
    )


class WritersForm(forms.ModelForm):  # type: ignore[type-arg]  # likewise
    class Meta:
        model = LiveReport
        fields = ("writers",)
        widgets = {"writers": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        staff = Account.objects.get_queryset().staff().filter(is_active=True)
        self.fields["writers"].queryset = staff.order_by("username")  # type: ignore[attr-defined]
        self.fields["writers"].help_text = _(
            "They may add entries from their phones and change their own. Whoever may publish the "
            "report may do so anyhow."
        )


class WrapForm(forms.ModelForm):  # type: ignore[type-arg]  # likewise
    class Meta:
        model = LiveReport
        fields = ("wrap",)
        widgets = {"wrap": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["wrap"].required = True
        self.fields["wrap"].error_messages["required"] = _(
            "Write in a paragraph or two what it all came to."
        )
