"""Celery, as this newsroom uses it: messages that say that work waits, and nothing else.

What the work is stands in the database, and is claimed there. So a message that is lost, that comes
twice or late does no harm: whoever hears of work takes the most pressing that waits, if any does.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from celery import Celery

from broadsheet.setting.tasks import TasksConfig

SOUND, TASKS = "sound", "tasks"
PATIENCE_SECONDS = 2


def celery_app(work: dict[str, Callable[[], object]], tasks: TasksConfig) -> Celery:
    """Gives one that does `work`: by the name of the queue, what a message in it asks for."""
    app = Celery("broadsheet", broker=_address(tasks), set_as_current=False)
    app.conf.update(
        task_ignore_result=True,
        # A message is done with when its work is, and one that nobody finished is sent again.
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        # One at a time: while there is work, nobody listens who could lose the connection.
        worker_cancel_long_running_tasks_on_connection_loss=True,
        worker_hijack_root_logger=False,
        worker_enable_remote_control=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=PATIENCE_SECONDS,
        broker_transport_options={
            "socket_connect_timeout": PATIENCE_SECONDS,
            "socket_timeout": 30,
            "socket_keepalive": True,
        },
    )
    for queue, does in work.items():
        # Shared with no other app of this process: the first would have the work of all.
        app.task(_without_words(does), name=queue, shared=False)
    return app


def _without_words(does: Callable[[], object]) -> Callable[[], None]:
    def task() -> None:
        does()

    return task


def _address(tasks: TasksConfig) -> str:
    """With the password in it, which Celery keeps out of its log."""
    if not tasks.password:
        return tasks.broker
    kind, _, rest = tasks.broker.partition("://")
    account, at, place = rest.rpartition("@")
    return f"{kind}://{account if at else ''}:{quote(tasks.password, safe='')}@{place or rest}"
