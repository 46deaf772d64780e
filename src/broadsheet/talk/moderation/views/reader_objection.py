from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from broadsheet.readers.signed_in import sign_in_path
from broadsheet.talk.moderation.claim import object_to
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.models import Claim
from broadsheet.talk.moderation.views.reader_page import reader_page


class ObjectionForm(forms.Form):
    text = forms.CharField(
        label=_("Why the comment should stand"),
        min_length=10,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def reader_objection(request: HttpRequest, claim_id: int) -> HttpResponse:
    """`/talk/objections/3/`: what was claimed, and the form for the writer's objection.

    The claimant's name and address are shown to nobody but moderators.
    """
    if not request.user.is_authenticated:
        return redirect(sign_in_path(request.path))
    reader = request.user
    found = Claim.objects.select_related("comment__report").exclude(
        state__in=(Claim.State.RECEIVED, Claim.State.REFUSED)
    )
    claim = found.filter(pk=claim_id, comment__author=reader).first()
    if claim is None:
        raise Http404
    form, trouble = ObjectionForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            claim = object_to(
                claim_id, form.cleaned_data["text"], reader=reader, now=timezone.now()
            )
        except CannotDecide as error:
            trouble = str(error)
    return reader_page(
        request,
        "objection",
        status=422 if trouble or form.errors else 200,
        claim=claim,
        comment=claim.comment,
        form=form,
        trouble=trouble,
        is_open=claim.state == Claim.State.BLOCKED and claim.objected_at is None,
    )
