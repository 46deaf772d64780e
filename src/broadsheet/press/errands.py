"""Background tasks of other parts, such as Wagtail's search index, between two pages."""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
import threading

from django.conf import settings
from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from broadsheet import roster
from broadsheet.copydesk.models import Link
from broadsheet.desk.models import Letter
from broadsheet.readers.leave import let_go
from broadsheet.readers.models import Remembered
from broadsheet.talk.models import Tally
from broadsheet.talk.moderation.models.claim import Claim

logger = logging.getLogger("broadsheet.press")

LOOK_SECONDS = 1
NETWORKS_KEPT = dt.timedelta(days=1)


def keep_running(stop: threading.Event) -> None:
    """Run what waits until `stop` is set. For a thread of its own, beside other workers'."""
    told = settings.CONFIG.tasks
    while not stop.wait(told.look_seconds if told.broker else LOOK_SECONDS):
        try:
            take_up_again()
            while run_one() and not stop.is_set():
                pass
        except DatabaseError as error:
            logger.error("background tasks wait: %s", error)
            connection.close()
    connection.close()


def run_one() -> bool:
    """Run the task that waits longest; False where none waits."""
    if not DBTaskResult.objects.ready().exists():
        return False
    me = f"{socket.gethostname()}-{os.getpid()}-{threading.get_native_id()}"
    with roster.claimed(f"tasks of {me}"):
        Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=me,
            excluded_queue_names=[],
        ).run()
    return True


def take_up_again() -> None:
    """Put back what a worker was running when it died."""
    running = DBTaskResult.objects.running()
    for pk, worker_ids in running.values_list("pk", "worker_ids"):
        with roster.claimed(f"tasks of {worker_ids[-1]}") as is_abandoned:
            if is_abandoned:
                running.filter(pk=pk, worker_ids=worker_ids).update(
                    status=TaskResultStatus.READY, started_at=None
                )


def clear_old() -> None:
    """Forget old tasks, links and counts, ended sessions, where letters and claims came from,
    readers who left."""
    call_command("prune_db_task_results", verbosity=0)
    call_command("clearsessions", verbosity=0)
    Remembered.objects.filter(expires__lte=timezone.now()).delete()
    Letter.objects.forget_networks(before=timezone.now() - NETWORKS_KEPT)
    Claim.objects.forget_networks(before=timezone.now() - NETWORKS_KEPT)
    Link.objects.forget_old(now=timezone.now())
    Tally.objects.clear_old(now=timezone.now())
    let_go(now=timezone.now())
