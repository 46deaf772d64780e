from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.desk.of_the_paper import of_the_paper
from broadsheet.readers.models import Account
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.moderation.models import ModeChoice, ReportTalk, SectionTalk, TalkSettings
from broadsheet.talk.moderation.set_mode import log_mode, print_again
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen

AS_ABOVE = [("", _("as in the section or the paper")), *ModeChoice.choices]


class PaperForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's own takes none at run time
    class Meta:
        model = TalkSettings
        fields = (
            *("mode", "closes_after_days", "most_links", "most_in_ten_minutes"),
            "most_complaints",
        )


class SectionForm(forms.ModelForm):  # type: ignore[type-arg]  # likewise
    mode = forms.ChoiceField(label=_("Comments are"), choices=AS_ABOVE, required=False)

    class Meta:
        model = SectionTalk
        fields = ("mode", "closes_after_days")


class ReportForm(forms.ModelForm):  # type: ignore[type-arg]  # likewise
    mode = forms.ChoiceField(label=_("Comments are"), choices=AS_ABOVE, required=False)

    class Meta:
        model = ReportTalk
        fields = ("mode", "closes_at")
        widgets = {"closes_at": AdminDateTimeInput()}


@for_moderators
def modes(request: HttpRequest) -> HttpResponse:
    """The mode of the paper, of each section and of the reports that differ."""
    set_here = {one.section_id: one for one in SectionTalk.objects.all()}
    sections = [
        (section, set_here.get(section.pk)) for section in SectionPage.objects.order_by("path")
    ]
    reports = ReportTalk.objects.exclude(mode="", closes_at=None).select_related("report")
    return screen(
        request,
        "modes",
        tab="modes",
        title=gettext("Modes"),
        paper=of_the_paper(TalkSettings),
        sections=sections,
        reports=reports.order_by("-report__first_published_at")[:100],
    )


@for_moderators
def paper_mode(request: HttpRequest) -> HttpResponse:
    """The mode of the whole paper, and what is held."""
    form = PaperForm(request.POST or None, instance=of_the_paper(TalkSettings))
    return _form(request, form, gettext("The whole paper"), reverse("moderation_modes"), "")


@for_moderators
def section_mode(request: HttpRequest, section_id: int) -> HttpResponse:
    """The mode of a section and of those below it."""
    section = get_object_or_404(SectionPage, pk=section_id)
    own = SectionTalk.objects.filter(pk=section_id).first() or SectionTalk(section=section)
    form = SectionForm(request.POST or None, instance=own)
    return _form(request, form, section.title, reverse("moderation_modes"), "")


@for_moderators
def report_mode(request: HttpRequest, report_id: int) -> HttpResponse:
    """The mode of one report, and when its thread closes by itself. It holds at once."""
    report = get_object_or_404(ReportPage, pk=report_id)
    own = ReportTalk.objects.filter(pk=report_id).first() or ReportTalk(report=report)
    form = ReportForm(request.POST or None, instance=own)
    now = mode_of(report, timezone.now())
    told = gettext("Now: %s.") % dict(ModeChoice.choices)[now.kind]
    return _form(request, form, report.title, reverse("moderation_modes"), told)


def _form(request: HttpRequest, form: Any, subject: str, back: str, told: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        with in_turn():
            form.save()
            print_again(form.instance)
            log_mode(form.instance, moderator=cast("Account", request.user), now=timezone.now())
        messages.success(request, gettext("It holds from now on."))
        return redirect(back)
    return screen(
        request,
        "mode",
        tab="modes",
        title=gettext("Mode: %s") % subject,
        form=form,
        told=told,
        back=back,
        status=422 if form.errors else 200,
    )
