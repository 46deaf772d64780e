"""A report or a section → how comments stand there, in one sentence, and where that is set."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.talk.models import Comment
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.moderation.models import ModeChoice, SectionTalk


def told_of_report(report: ReportPage) -> dict[str, str]:
    """Its mode now, when its thread closes, how many comments wait and stand."""
    mode = mode_of(report, timezone.now())
    told = [gettext("Comments: %s.") % dict(ModeChoice.choices)[mode.kind]]
    if mode.closes_at and mode.kind != "closed":
        date = date_format(timezone.localtime(mode.closes_at), "SHORT_DATETIME_FORMAT")
        told.append(gettext("The thread closes at %s.") % date)
    under = Comment.objects.filter(report=report)
    told.append(
        gettext("%(standing)d stand, %(held)d wait.")
        % {
            "standing": under.standing().count(),
            "held": under.filter(state=Comment.State.HELD).count(),
        }
    )
    return {"told": " ".join(told), "url": reverse("moderation_report_mode", args=[report.pk])}


def told_of_section(section: SectionPage) -> dict[str, str]:
    """Its own mode, where it has one."""
    own = SectionTalk.objects.filter(pk=section.pk).first()
    mode = own.get_mode_display() if own and own.mode else gettext("as in the paper")
    told = gettext("Comments: %s.") % mode
    return {"told": told, "url": reverse("moderation_section_mode", args=[section.pk])}
