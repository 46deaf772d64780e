"""Stale outputs → files on the site, and the press's books brought in step.

Files are written first and the books after them, in one transaction for a batch: after a crash
the outputs of the batch are still stale and are baked again, to the same bytes.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import takewhile

from broadsheet.press.models import Output
from broadsheet.press.outlet import Outlet
from broadsheet.press.printer import Printed, Printer
from broadsheet.press.record import record

BATCH = 64
BATCH_SECONDS = 0.25


def bake(site: Outlet) -> int:
    """Bake the most pressing stale outputs, for about BATCH_SECONDS. Returns how many.

    A batch is of one urgency: signposts and lists look in the books for pages that went before.
    """
    outputs = list(Output.objects.stale().prefetch_related("files")[:BATCH])
    until = time.monotonic() + BATCH_SECONDS
    alike = (output for output in outputs if output.urgency == outputs[0].urgency)
    return _bake(site, takewhile(lambda _: time.monotonic() <= until, alike))


def bake_keys(site: Outlet, keys: Iterable[str]) -> int:
    """Bake these, however long it takes. Returns how many."""
    return _bake(site, Output.objects.filter(key__in=keys).prefetch_related("files"))


def _bake(site: Outlet, outputs: Iterable[Output]) -> int:
    printer = Printer(site)
    printed: list[Printed] = []
    for output in outputs:
        printed += printer.print(output)
    record(printed)
    return len(printed)
