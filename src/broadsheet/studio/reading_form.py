"""The form in which a recording is handed in."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.desk.check_store_answers import check_store_answers
from broadsheet.desk.models import Author
from broadsheet.studio.listening.kind import ENDINGS, HEAD_BYTES, KINDS, kind_of

MOST_MEGABYTES = 60
MOST_BYTES = MOST_MEGABYTES * 1_000_000


class ReadingForm(forms.Form):
    """`file`, and who reads: `author` or `name`, one of them."""

    file = forms.FileField(
        label=_("Recording"),
        help_text=_(
            "WAV, MP3, M4A, FLAC, Ogg or Opus, 60 MB and one hour at most. A long WAV is too "
            "large: hand in FLAC instead."
        ),
        widget=forms.FileInput(attrs={"accept": "audio/*,.wav,.mp3,.m4a,.flac,.ogg,.oga,.opus"}),
    )
    author = forms.ModelChoiceField(
        label=_("Read by"),
        queryset=Author.objects.all(),
        required=False,
        empty_label=_("Somebody else"),
    )
    name = forms.CharField(
        label=_("Name of somebody else"),
        max_length=120,
        required=False,
        help_text=_("Readers are told who reads."),
    )

    error_css_class: ClassVar = "w-field--error"

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                gettext("The file has %(size)d MB; hand in one of %(most)d MB at most.")
                % {"size": -(-file.size // 1_000_000), "most": MOST_MEGABYTES}
            )
        kind = kind_of(file.read(HEAD_BYTES))
        file.seek(0)
        if not kind:
            raise forms.ValidationError(
                gettext("This is no sound file that can be read; hand in %(kinds)s.")
                % {"kinds": KINDS}
            )
        check_store_answers()
        # Under an ending of ours: what somebody called it says nothing about what it is.
        file.name = f"reading{ENDINGS[kind]}"
        return file

    def clean(self) -> Any:
        cleaned = super().clean() or {}
        if bool(cleaned.get("author")) == bool(cleaned.get("name", "").strip()):
            self.add_error(
                "author", gettext("Choose who reads, or write another name: one of them.")
            )
        return cleaned
