"""Where a photo stands, and another to put in its place everywhere.

Whoever may change a photo may do that: putting another file into it changes the same pages.
"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.images.widgets import AdminImageChooser
from wagtail.permissions import policy_registry

from broadsheet.desk.models import Photo
from broadsheet.desk.used_in import authors_with, reports_with
from broadsheet.live.refused import Refused
from broadsheet.photodesk.replace_photo import replace_in_report, replace_portrait
from broadsheet.photodesk.why_shut import why_shut


class ReplaceForm(forms.Form):
    photo = forms.ModelChoiceField(
        Photo.objects.all(), widget=AdminImageChooser(), label=_("The photo to stand there instead")
    )


@require_admin_access
def replace(request: HttpRequest, image_id: int) -> HttpResponse:
    """Show the places (GET), or put the chosen photo in them (POST)."""
    old = get_object_or_404(Photo, pk=image_id)
    policy = policy_registry.get_by_type(Photo)
    if not policy.user_has_permission_for_instance(request.user, "change", old):
        raise PermissionDenied
    form = ReplaceForm(request.POST or None)
    if form.is_valid():
        new = form.cleaned_data["photo"]
        if not policy.user_has_permission_for_instance(request.user, "choose", new):
            raise PermissionDenied
        if new != old:
            _replace(request, old, new)
            return redirect("photodesk_replace", old.pk)
        form.add_error("photo", gettext("This is the photo that stands there; choose another."))
    return render(
        request,
        "photodesk/replace.html",
        {
            "heading": gettext("Put another photo in its place"),
            "form": form,
            "photo": old,
            "reports": reports_with(old),
            "authors": authors_with(old),
        },
    )


def _replace(request: HttpRequest, old: Photo, new: Photo) -> None:
    done = 0
    for report in reports_with(old):
        if why_not := why_shut(report):
            messages.error(request, why_not)
            continue
        try:
            replace_in_report(report, old, new, by=request.user, now=timezone.now())
            done += 1
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except Refused as refused:
            messages.error(request, str(refused))
    for author in authors_with(old):
        try:
            replace_portrait(author, new)
            done += 1
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    if done:
        said = ngettext(
            "“%(new)s” stands in %(number)d place now.",
            "“%(new)s” stands in %(number)d places now.",
            done,
        )
        messages.success(request, said % {"new": new.title, "number": done})
