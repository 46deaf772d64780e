"""Licences that end within a week → one mail to whoever looks after photos."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import ngettext

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.mail_server import MailServer, mail_server
from broadsheet.desk.models import Photo
from broadsheet.photodesk.ending import Ending, ending
from broadsheet.photodesk.photo_desk import photo_desk

logger = logging.getLogger("broadsheet.photodesk")

LOOK_SECONDS = 300


def keep_warning(stop: threading.Event) -> None:
    """Warn of what ends until `stop` is set. For a thread of its own: mail servers dawdle."""
    while not stop.wait(LOOK_SECONDS):
        try:
            warn(now=timezone.now())
        except DatabaseError as error:
            logger.error("word of ending licences waits: %s", error)
            connection.close()
    connection.close()


def warn(*, now: dt.datetime) -> int:
    """Send the mail, once for each licence. Returns of how many photos it tells.

    Where it cannot be sent, the next round tries again; the desk shows the same all the while.
    """
    told = [one for one in ending(now=now) if not one.has_ended and one.photo.warned_at is None]
    to = _whom_to_tell()
    if not told or not to or not settings.CONFIG.mail.host:
        return 0
    with mail_server() as server:
        told = _taken(told, now)
        if told and not _is_sent(told, to, server):
            Photo.objects.filter(pk__in=[one.photo.pk for one in told]).update(warned_at=None)
            return 0
    return len(told)


def _taken(told: list[Ending], now: dt.datetime) -> list[Ending]:
    """Those that no other worker tells of; they count as told before the mail goes out, so that
    none comes twice, whoever dies over it."""
    with transaction.atomic():
        photos = Photo.objects.filter(pk__in=[one.photo.pk for one in told], warned_at=None)
        ours = set(photos.select_for_update(skip_locked=True).values_list("pk", flat=True))
        Photo.objects.filter(pk__in=ours).update(warned_at=now)
    return [one for one in told if one.photo.pk in ours]


def _whom_to_tell() -> list[str]:
    return sorted({user.email for user in photo_desk() if user.email})


def _is_sent(told: list[Ending], to: list[str], server: MailServer) -> bool:
    """To one of them at least."""
    paper = newspaper()
    with translation.override(paper.language):
        subject = ngettext(
            "A photo leaves the paper within a week",
            "%(number)d photos leave the paper within a week",
            len(told),
        ) % {"number": len(told)}
        text = render_to_string(
            "photodesk/mail/ending.txt", {"told": told, "desk": f"{paper.url.rstrip('/')}/desk"}
        )
    sent = 0
    for address in to:
        message = EmailMessage(f"{subject} · {paper.name}", text.strip() + "\n", to=[address])
        try:
            server.send(message)
        except (OSError, ValueError) as error:
            logger.error("the mail on ending licences could not be sent: %s", error)
        else:
            sent += 1
    return sent > 0
