"""A worker with work left → one that waits for the next report."""

from __future__ import annotations

import time
from collections.abc import Callable

from django_tasks_db.models import DBTaskResult

from broadsheet.press.models import Order, Output

_LOOK_SECONDS = 0.1
_PATIENCE_SECONDS = 600


def settle(*, progress: Callable[[str], None]) -> float:
    """Wait until the worker has nothing left to do. Gives the seconds that it took."""
    started = time.monotonic()
    while _has_work():
        if time.monotonic() - started > _PATIENCE_SECONDS:
            raise TimeoutError(f"the worker was not done within {_PATIENCE_SECONDS} s")
        time.sleep(_LOOK_SECONDS)
    seconds = time.monotonic() - started
    progress(f"settled in {seconds:.1f} s")
    return seconds


def _has_work() -> bool:
    return (
        Order.objects.exists()
        or Output.objects.stale().exists()
        or Output.objects.filter(is_packed=False).exists()
        or DBTaskResult.objects.ready().exists()
        or DBTaskResult.objects.running().exists()
    )
