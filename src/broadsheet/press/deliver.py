"""The copy of the site on this machine, kept in step with the books until told to stop."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import AbstractContextManager
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection

from broadsheet.config import Config
from broadsheet.duty import held, on_duty
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.delivery import Delivery
from broadsheet.press.models import Change
from broadsheet.press.site import Site
from broadsheet.press.the_site import blobs

logger = logging.getLogger("broadsheet.press")

LOCK = "delivery.lock"
GLANCE_SECONDS = 0.2
STAND_BY_SECONDS = 1
PATIENCE_SECONDS = 5
PAUSE_AFTER_TROUBLE_SECONDS = 1


def deliver(stop: threading.Event) -> None:
    """Where the books or the store cannot be reached, what is there goes on being served."""
    while not stop.is_set():
        with on_duty(settings.CONFIG.var / LOCK) as is_alone:
            if is_alone:
                _deliver_alone(stop)
        stop.wait(STAND_BY_SECONDS)


def the_delivery() -> Delivery:
    config: Config = settings.CONFIG
    return Delivery(the_copy(), blobs(), bookmark(config))


def the_copy() -> Site:
    """The folder that is served, written to by the delivery."""
    return Site(settings.CONFIG.site, "delivery")


def bookmark(config: Config) -> Path:
    """Where it is written down how far this machine has come: only where it has a copy."""
    return config.var / "delivered.json"


def compare_copy() -> None:
    """Bring the whole copy in step, here and now."""
    with _carrying():
        the_copy().prepare()
        the_delivery().compare()


def has_copy() -> bool:
    """Whether this machine serves the site."""
    return bookmark(settings.CONFIG).exists()


def wait_for_copy() -> None:
    """Until this machine has followed every change there is, or is not about to."""
    last = Bookmark.at(Change.objects.order_by("-pk").first())
    until = time.monotonic() + PATIENCE_SECONDS
    while Bookmark.read(bookmark(settings.CONFIG)) != last and time.monotonic() < until:
        time.sleep(GLANCE_SECONDS)


def _deliver_alone(stop: threading.Event) -> None:
    with _carrying():
        the_copy().prepare()
    delivery = the_delivery()
    is_cut_off = False
    while not stop.is_set():
        try:
            with _carrying():
                has_come = delivery.turn()
            if is_cut_off:
                logger.info("the copy of the site is followed up again")
            is_cut_off = False
            if not has_come:
                stop.wait(GLANCE_SECONDS)
        except (OSError, DatabaseError) as error:
            if not is_cut_off:
                logger.error("the copy of the site stays as it is for now: %s", error)
            is_cut_off = True
            connection.close()
            stop.wait(PAUSE_AFTER_TROUBLE_SECONDS)


def _carrying() -> AbstractContextManager[None]:
    """One at a time writes into the copy: the delivery, or a command."""
    return held(settings.CONFIG.var / "carrying.lock")
