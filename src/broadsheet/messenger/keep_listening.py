"""Messages in a queue → the work that they tell of, one after the other."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from celery.worker import WorkController
from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from kombu.exceptions import OperationalError

from broadsheet.messenger.celery_app import celery_app

logger = logging.getLogger("broadsheet.messenger")

GRACE_SECONDS = 5
PAUSE_AFTER_TROUBLE_SECONDS = 5


@contextmanager
def keep_listening(queue: str, do_one: Callable[[], object]) -> Iterator[None]:
    """For as long as this lasts, do one piece of work for each message, in a thread of its own."""
    over = threading.Event()
    listener = _Listener(queue, do_one, over)
    thread = threading.Thread(target=listener.listen, name=f"celery {queue}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        listener.stop()
        thread.join(GRACE_SECONDS)


class _Listener:
    def __init__(self, queue: str, do_one: Callable[[], object], over: threading.Event) -> None:
        self._queue = queue
        self._do_one = do_one
        self._over = over
        self._controller: WorkController | None = None

    def listen(self) -> None:
        while not self._over.is_set():
            try:
                self._controller = self._new_controller()
                self._controller.start()
            except (OSError, OperationalError) as error:
                logger.error("the broker cannot be heard (%s); work is found meanwhile", error)
            except (Exception, SystemExit):  # Celery's way to end a worker of its own
                logger.exception("nobody listens to the broker; work is found meanwhile")
            self._over.wait(PAUSE_AFTER_TROUBLE_SECONDS)

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()

    def _new_controller(self) -> WorkController:
        app = celery_app({self._queue: self._one}, settings.CONFIG.tasks)
        app.set_current()  # in this thread: a task is looked up there when it is done
        return WorkController(
            app=app,
            hostname=f"{self._queue}-{os.getpid()}@{socket.gethostname()}",
            queues=[self._queue],
            # One at a time: what is said at once is said by processes of the booth's own.
            pool="solo",
            concurrency=1,
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
        )

    def _one(self) -> None:
        try:
            self._do_one()
        except DatabaseError as error:
            # The work waits where it was, and is found when somebody looks.
            logger.error("the database does not do it: %s", error)
            connection.close()
