"""Notices that are due → mail, sent one after the other by the worker."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from broadsheet.desk.mail_server import MailServer, mail_server
from broadsheet.talk.models import Notice
from broadsheet.talk.notices.mail import mail
from broadsheet.talk.notices.stop import is_stopped

logger = logging.getLogger("broadsheet.talk")

LOOK_SECONDS = 2
MOST_TRIES = 8


def keep_sending(stop: threading.Event) -> None:
    """Send what is due until `stop` is set. For a thread of its own: mail servers dawdle."""
    while not stop.wait(LOOK_SECONDS):
        try:
            while send_one(now=timezone.now()) and not stop.is_set():
                pass
        except DatabaseError as error:
            logger.error("mail to readers waits: %s", error)
            connection.close()
    connection.close()


def send_one(*, now: dt.datetime) -> bool:
    """See to the notice that waits longest; False where none is due."""
    if not Notice.objects.due(now=now).exists():
        return False
    with mail_server() as server:
        notice = Notice.objects.take(now=now)
        if notice is None:
            return False
        notice.outcome = _outcome(notice, server, now)
    notice.settled_at = now if notice.outcome else None
    notice.save(update_fields=["settled_at", "outcome", "tries", "not_before"])
    return True


def _outcome(notice: Notice, server: MailServer, now: dt.datetime) -> str:
    """Send it. Gives what became of it, or nothing where it is to be tried again."""
    if not settings.CONFIG.mail.host:
        return "mail is off"
    to = _address(notice)
    if not to:
        return "no address"
    if is_stopped(notice.kind, notice.reader_id, notice.email):
        return "no mail wanted"
    message = mail(notice, to)
    if message is None:
        return "nothing left to tell"
    try:
        server.send(message)
    except (OSError, ValueError) as error:
        return _put_off(notice, error, now)
    return "sent"


def _address(notice: Notice) -> str:
    """Where it goes: the reader's proven address, unless the reader is leaving."""
    reader = notice.reader
    if reader is None:
        return notice.email
    return reader.email if reader.is_active and reader.leaves_at is None else ""


def _put_off(notice: Notice, error: Exception, now: dt.datetime) -> str:
    notice.tries += 1
    notice.not_before = now + dt.timedelta(minutes=2**notice.tries)
    logger.error("notice %s could not be mailed (%s)", notice.pk, error)
    if notice.tries < MOST_TRIES:
        return ""
    return f"could not be sent: {error}"[:200]
