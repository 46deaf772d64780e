"""Two workers at once: one is on duty, and when it dies the other goes on where it was."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from wagtail.models import PageLogEntry

from broadsheet.config import Config
from broadsheet.duty import is_on_duty
from tests.faults.a_morning import Morning, make_due
from tests.faults.newsroom_kept import Kept, assert_is_done, pages_of, work_until_rest
from tests.faults.steps import begin, do, end
from tests.server.running import wait_until


def test_where_one_of_two_workers_is_killed_the_other_goes_on(
    morning: Morning, newsroom: Config, keep: Callable[[], Kept]
) -> None:
    for change in morning.changes.values():
        change()
    due = make_due()
    kept = keep()
    do(work_until_rest)
    wanted = pages_of(newsroom)
    kept.restore()
    first = begin(work_until_rest)
    wait_until(lambda: is_on_duty(newsroom.var / "worker.lock"), "the first worker")
    second = begin(work_until_rest)
    page = newsroom.site / due.path_on_site.strip("/") / "index.html"
    wait_until(page.exists, "the first page")
    os.kill(first, signal.SIGKILL)
    _, status = os.waitpid(first, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    end(second)
    assert pages_of(newsroom) == wanted
    assert_is_done(newsroom)
    entries = PageLogEntry.objects.filter(page=due.pk, action="wagtail.publish.scheduled")
    assert entries.count() == 1
