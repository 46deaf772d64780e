"""The broker that is set → whether it takes messages."""

from __future__ import annotations

from kombu.exceptions import OperationalError

from broadsheet.messenger.celery_app import PATIENCE_SECONDS, celery_app
from broadsheet.setting.tasks import TasksConfig


def ask_broker(tasks: TasksConfig) -> str:
    """Why it takes none; "" where it does. Waits for it for some seconds."""
    try:
        with celery_app({}, tasks).connection_for_write() as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, timeout=PATIENCE_SECONDS)
            connection.default_channel.client.ping()
    except (OSError, OperationalError) as error:
        return f"[tasks] broker is {tasks.broker}, which does not answer ({error})"
    return ""
