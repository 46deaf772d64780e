"""Word of work from the broker, where the newsroom has one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module

from django.conf import settings


def hearing_of_work(queue: str, do_one: Callable[[], object]) -> AbstractContextManager[None]:
    """For as long as this lasts, do one piece of work for each message in the queue."""
    if not settings.CONFIG.tasks.broker:
        return nullcontext()
    # Celery is there only where the newsroom has a broker.
    found = import_module("broadsheet.messenger.keep_listening").keep_listening(queue, do_one)
    assert isinstance(found, AbstractContextManager)  # noqa: S101  # mypy cannot see through a name
    return found
