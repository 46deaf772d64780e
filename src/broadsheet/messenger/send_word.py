"""The name of a queue → a message in it, if the broker is there."""

from __future__ import annotations

import logging
import math
import time
from functools import cache

from celery import Celery
from django.conf import settings
from kombu.exceptions import OperationalError

from broadsheet.messenger.celery_app import celery_app

logger = logging.getLogger("broadsheet.messenger")

# Whoever orders work must not wait for a broker that is away with every order.
AWAY_SECONDS = 30


class _Messenger:
    def __init__(self) -> None:
        self._away_until = -math.inf

    def send(self, queue: str) -> None:
        if time.monotonic() < self._away_until:
            return
        try:
            _app().send_task(queue, queue=queue, retry=False)
        except (OSError, OperationalError) as error:
            self._away_until = time.monotonic() + AWAY_SECONDS
            logger.error("the broker cannot be told (%s); work is found in the database", error)


_messenger = _Messenger()


def send_word(queue: str) -> None:
    """Tell one of those who listen there. Where it cannot be told, they look by themselves."""
    _messenger.send(queue)


@cache
def _app() -> Celery:
    return celery_app({}, settings.CONFIG.tasks)
