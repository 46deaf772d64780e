"""Background tasks of other parts, such as Wagtail's search index, between two pages."""

from __future__ import annotations

import datetime as dt
import os

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from broadsheet.copydesk.models import Link
from broadsheet.desk.models import Letter
from broadsheet.readers.leave import let_go
from broadsheet.talk.moderation.models.claim import Claim

NETWORKS_KEPT = dt.timedelta(days=1)


def run_one() -> bool:
    """Run the task that waits longest; False where none waits."""
    if not DBTaskResult.objects.ready().exists():
        return False
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=f"press-{os.getpid()}",
        excluded_queue_names=[],
    )
    worker.run()
    return True


def take_up_again() -> None:
    """Put back what an earlier worker was running when it died."""
    DBTaskResult.objects.running().update(
        status=TaskResultStatus.READY, worker_ids=[], started_at=None
    )


def clear_old() -> None:
    """Forget old tasks and links, ended sessions, where letters and claims came from, readers who
    left."""
    call_command("prune_db_task_results", verbosity=0)
    call_command("clearsessions", verbosity=0)
    Letter.objects.forget_networks(before=timezone.now() - NETWORKS_KEPT)
    Claim.objects.forget_networks(before=timezone.now() - NETWORKS_KEPT)
    Link.objects.forget_old(now=timezone.now())
    let_go(now=timezone.now())
