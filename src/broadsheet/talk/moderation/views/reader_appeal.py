from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from broadsheet.readers.signed_in import sign_in_path
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.appeal import appeal
from broadsheet.talk.moderation.decide import CannotDecide
from broadsheet.talk.moderation.models import Appeal, Decision
from broadsheet.talk.moderation.views.reader_page import reader_page


class AppealForm(forms.Form):
    text = forms.CharField(
        label=_("Why the decision is wrong"),
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def reader_appeal(request: HttpRequest, decision_id: int) -> HttpResponse:
    """`/talk/appeals/12/`: the decision, the form for an appeal, and later the answer to it.

    Only for whoever wrote the comment: to all others there is nothing here.
    """
    if not request.user.is_authenticated:
        return redirect(sign_in_path(request.path))
    reader = request.user
    decision = Decision.objects.filter(pk=decision_id, reader_id=reader.pk).first()
    if decision and decision.answers:
        decision = decision.answers  # what was appealed against, whose page has the answer too
    comment = (
        Comment.objects.select_related("report")
        .filter(pk=(decision.comment_id if decision else None) or 0)
        .first()
    )
    if decision is None or comment is None or not decision.is_removal:
        raise Http404
    given = Appeal.objects.filter(decision=decision).first()
    form, trouble = AppealForm(request.POST or None), ""
    if request.method == "POST" and given is None and form.is_valid():
        try:
            given = appeal(
                decision, reader=reader, text=form.cleaned_data["text"], now=timezone.now()
            )
        except CannotDecide as error:
            trouble = str(error)
    now = timezone.now()
    return reader_page(
        request,
        "appeal",
        status=422 if trouble or form.errors else 200,
        decision=decision,
        comment=comment,
        appeal=given,
        form=form,
        trouble=trouble,
        is_open=decision.is_appealable(now=now) and not decision.answered_by.exists(),
    )
