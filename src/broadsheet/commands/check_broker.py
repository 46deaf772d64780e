"""The part of `broadsheet check` that asks whether the broker takes messages."""

from __future__ import annotations

from kombu.exceptions import OperationalError

from broadsheet.commands.finding import Finding
from broadsheet.config import Config
from broadsheet.messenger.celery_app import PATIENCE_SECONDS, celery_app


def finding(config: Config) -> Finding:
    try:
        with celery_app({}, config.tasks).connection_for_write() as connection:
            connection.ensure_connection(max_retries=1, timeout=PATIENCE_SECONDS)
            connection.default_channel.client.ping()
    except (OSError, OperationalError) as error:
        return Finding.wrong(
            f"[tasks] broker is {config.tasks.broker}, which does not answer ({error})",
            "start it, or mend the address or BROADSHEET_TASKS__PASSWORD; work is found later "
            "meanwhile, and nothing of it lost",
        )
    return Finding.fine("the broker takes messages")
