from __future__ import annotations

import datetime as dt

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from broadsheet.desk.views.letters import network_of
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.claim import receive
from broadsheet.talk.moderation.models import Claim
from broadsheet.talk.moderation.views.reader_page import reader_page

PER_DAY = 5


class ClaimForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's own takes none at run time
    statement = forms.CharField(
        label=_("What in the comment violates which right of yours, and how"),
        min_length=20,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    right = forms.ChoiceField(
        label=_("Which right"), choices=Claim.Right.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Claim
        fields = ("name", "email", "right", "statement")


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def reader_claim(request: HttpRequest) -> HttpResponse:
    """`/talk/claims/new/?comment=12`: for anyone whose right a comment violates, account or not."""
    comment = _comment(request)
    form = ClaimForm(request.POST or None, instance=Claim(comment=comment))
    status, is_sent = 200, False
    if request.method == "POST":
        now = timezone.now()
        network = network_of(request.META["REMOTE_ADDR"])
        recent = Claim.objects.from_network(network, since=now - dt.timedelta(days=1))
        if recent.count() >= PER_DAY:
            form.add_error(None, gettext("You have sent several claims. Please wait a day."))
            status = 429
        elif form.is_valid():
            form.instance.network = network
            receive(form.instance, now=now)
            is_sent = True
        else:
            status = 422
    return reader_page(request, "claim", status=status, form=form, comment=comment, is_sent=is_sent)


def _comment(request: HttpRequest) -> Comment:
    number = request.GET.get("comment", "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise Http404
    found = Comment.objects.standing().select_related("report", "author")
    comment = found.filter(pk=int(number), report__live=True).first()
    if comment is None:
        raise Http404
    return comment
