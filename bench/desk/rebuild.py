"""A printed paper whose furniture changes → every page printed again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from broadsheet.desk.models import Masthead, ReportPage
from broadsheet.press.models import Output, Urgency
from broadsheet.press.work import press_until_done


def rebuild(*, cores: int, progress: Callable[[str], None]) -> float:
    """Change what stands on every page, and print the paper on so many cores.

    Gives reports a second. That files are compressed closely afterwards is left out: it changes
    nothing that a reader waits for.
    """
    all_cores = os.sched_getaffinity(0)
    masthead = Masthead.objects.get()
    masthead.tagline = f"Printed at {time.time_ns()}"
    masthead.save()
    os.sched_setaffinity(0, sorted(all_cores)[:cores])
    try:
        started = time.perf_counter()
        press_until_done(urgency=Urgency.REBUILD)
        seconds = time.perf_counter() - started
    finally:
        os.sched_setaffinity(0, all_cores)
    Output.objects.filter(is_packed=False).update(is_packed=True)
    reports = ReportPage.objects.live().count()
    progress(f"{reports:,} reports on {cores} {'core' if cores == 1 else 'cores'}: {seconds:.1f} s")
    return reports / seconds
