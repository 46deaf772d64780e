"""The form of an author: whoever comments as a reader is found by the name that readers see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class AuthorForm(WagtailAdminModelForm):
    comments_as = forms.CharField(
        label=_("name under comments"),
        required=False,
        help_text=_(
            "Of an author without an account at the desk: the name under which this person "
            "comments as a reader. What they write carries the author's mark under their own "
            "reports, and the staff's under others."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "comments_as" in self.fields and self.instance.reader:
            self.fields["comments_as"].initial = self.instance.reader.display_name

    def clean_comments_as(self) -> str:
        name: str = " ".join(self.cleaned_data["comments_as"].split())
        self.instance.reader = self._reader(name) if name else None
        return name

    def _reader(self, name: str) -> Any:
        found = get_user_model().objects.filter(display_name__iexact=name).first()
        if found is None:
            said = gettext("No reader is called “%(name)s”; ask for the name on their own page.")
            raise ValidationError(said % {"name": name})
        if found.works_at_the_desk:
            raise ValidationError(
                gettext("“%(name)s” has an account at the desk; choose it above.") % {"name": name}
            )
        other = type(self.instance).objects.filter(reader=found).exclude(pk=self.instance.pk)
        if taken := other.first():
            said = gettext("“%(name)s” is %(author)s already; take the name away there first.")
            raise ValidationError(said % {"name": name, "author": taken.name})
        return found
