"""A decision in the chain → mail to the reporter who handed the report in and wants to know.

Who wants to is asked in the desk's account page, as Wagtail asks it: mail of what is approved, of
what is rejected, or none.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django_tasks import TaskContext, task
from wagtail.models import WorkflowState
from wagtail.users.models import UserProfile

logger = logging.getLogger("broadsheet.chain")


def after_decision(instance: WorkflowState, user: Any, **_: Any) -> None:
    """Called by Wagtail, in the transaction of the decision, which the order to tell is part of."""
    tell_decision.enqueue(instance.pk, user.pk if user else None)


@task(takes_context=True)
def tell_decision(context: TaskContext, state_id: int, decided_by_id: int | None) -> None:
    """Mail the decision, by the worker; one's own decision is no news."""
    if context.attempt > 1:
        # Nobody can know whether the mail went out, and none is to come twice; the desk shows it.
        logger.error("a worker died over word of decision %d; it is not sent again", state_id)
        return
    state = WorkflowState.objects.filter(pk=state_id).select_related("requested_by").first()
    if state is None or not settings.CONFIG.mail.host:
        return
    reporter = state.requested_by
    if reporter is None or reporter.pk == decided_by_id or not _wants(reporter, state):
        return
    try:
        _mail(state).send()
    except (OSError, ValueError) as error:
        logger.error(
            "word of a decision on report %s could not be mailed: %s", state.object_id, error
        )


def _wants(reporter: Any, state: WorkflowState) -> bool:
    profile = UserProfile.get_for_user(reporter)
    wants = profile.rejected_notifications if _is_back(state) else profile.approved_notifications
    return bool(reporter.is_active and reporter.email and wants)


def _mail(state: WorkflowState) -> EmailMultiAlternatives:
    reporter = state.requested_by
    profile = UserProfile.get_for_user(reporter)
    with translation.override(profile.get_preferred_language()):
        headline = " ".join(state.content_object.get_latest_revision_as_object().title.split())
        last = state.current_task_state
        edit = reverse("wagtailadmin_pages:edit", args=[state.object_id])
        context = {
            "headline": headline,
            "is_back": _is_back(state),
            "note": last.comment if last else "",
            "by": _name(last.finished_by) if last else "",
            "edit": f"{settings.CONFIG.paper.url}{edit}",
            "account": f"{settings.CONFIG.paper.url}{reverse('wagtailadmin_account')}",
            "language": translation.get_language(),
        }
        subject = (
            gettext("Sent back: %(headline)s")
            if context["is_back"]
            else gettext("Through the chain: %(headline)s")
        ) % {"headline": headline}
        message = EmailMultiAlternatives(
            subject=subject,
            body=render_to_string("chain/mail/decision.txt", context).strip() + "\n",
            to=[reporter.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
        message.attach_alternative(
            render_to_string("chain/mail/decision.html", context), "text/html"
        )
    return message


def _is_back(state: WorkflowState) -> bool:
    return bool(state.status == WorkflowState.STATUS_NEEDS_CHANGES)


def _name(person: Any) -> str:
    return str(person) if person else ""
