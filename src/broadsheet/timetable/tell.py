"""A lateness → mail to whoever scheduled the page and to those who may publish it, once."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import Error as DatabaseError
from django.db import connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.permissions import page_permission_policy

from broadsheet.desk.mail_server import MailServer, mail_server
from broadsheet.timetable.models import Lateness

logger = logging.getLogger("broadsheet.timetable")

LOOK_SECONDS = 2
MOST_TRIES = 8


def keep_telling(stop: threading.Event) -> None:
    """Tell what is late until `stop` is set. For a thread of its own: mail servers dawdle."""
    while not stop.wait(LOOK_SECONDS):
        try:
            while tell_one(now=timezone.now()) and not stop.is_set():
                pass
        except DatabaseError as error:
            logger.error("word of what is late waits: %s", error)
            connection.close()
    connection.close()


def tell_one(*, now: dt.datetime) -> bool:
    """See to the lateness that waits longest; False where none does."""
    if not Lateness.objects.to_tell(now=now).exists():
        return False
    with mail_server() as server:
        lateness = Lateness.objects.take(now=now)
        if lateness is None:
            return False
        is_settled = _is_settled(lateness, server)
    if not is_settled:
        lateness.tries += 1
        lateness.not_before = now + dt.timedelta(minutes=2**lateness.tries)
        lateness.settled_at = now if lateness.tries >= MOST_TRIES else None
    lateness.save(update_fields=["settled_at", "tries", "not_before"])
    return True


def _is_settled(lateness: Lateness, server: MailServer) -> bool:
    to = _concerned(lateness) if lateness.out_at or lateness.page.approved_schedule else []
    if not to or not settings.CONFIG.mail.host:
        return True
    return _is_sent(_mail(lateness, to), lateness, server)


def _concerned(lateness: Lateness) -> list[str]:
    """The addresses, each once."""
    page = lateness.page
    people = list(page_permission_policy.users_with_permission_for_instance("publish", page))
    if lateness.set_by and lateness.set_by.is_active:
        people.append(lateness.set_by)
    return sorted({person.email for person in people if person.email})


def _mail(lateness: Lateness, to: list[str]) -> EmailMessage:
    with translation.override(settings.CONFIG.paper.language):
        headline = " ".join(lateness.page.get_admin_display_title().split())
        edit = reverse("wagtailadmin_pages:edit", args=[lateness.page_id])
        context = {
            "lateness": lateness,
            "headline": headline,
            "edit": f"{settings.CONFIG.paper.url}{edit}",
        }
        return EmailMessage(
            subject=gettext("Late: %(headline)s") % {"headline": headline},
            body=render_to_string("timetable/late_mail.txt", context).strip() + "\n",
            to=to,
            headers={"Auto-Submitted": "auto-generated"},
        )


def _is_sent(message: EmailMessage, lateness: Lateness, server: MailServer) -> bool:
    try:
        server.send(message)
    except (OSError, ValueError) as error:
        logger.error("word of lateness %d could not be mailed: %s", lateness.pk, error)
        return False
    return True
