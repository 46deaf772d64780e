"""Links that somebody wants to know of → asked for, one after the other, beside the press."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from broadsheet.copydesk.ask_link import ask_link
from broadsheet.copydesk.models import Link

logger = logging.getLogger("broadsheet.copydesk")

LOOK_SECONDS = 2


def keep_asking(stop: threading.Event) -> None:
    """Ask until `stop` is set. For a thread of its own: other sites dawdle."""
    while not stop.wait(LOOK_SECONDS):
        try:
            while not stop.is_set() and ask_one(now=timezone.now()):
                pass
        except DatabaseError as error:
            logger.error("links wait to be asked for: %s", error)
            connection.close()
    connection.close()


def ask_one(*, now: dt.datetime) -> bool:
    """Ask for the link that waits longest; False where none does."""
    link = Link.objects.take(now=now)
    if link is None:
        return False
    link.answer = ask_link(link.url)
    link.save(update_fields=["answer"])
    return True
