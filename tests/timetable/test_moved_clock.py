"""Two workers of their own, with the clock moved under them: the minute is kept, and kept once."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone
from wagtail.models import PageLogEntry

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.desk.set_embargo import set_embargo
from broadsheet.press.models import Output
from broadsheet.timetable.models import Lateness
from tests.make import make_report

LIBRARIES = list(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
AHEAD_SECONDS = 4
PATIENCE_SECONDS = 60

pytestmark = pytest.mark.skipif(
    not LIBRARIES, reason="needs Debian's faketime: apt-get install faketime"
)


@contextmanager
def workers(newsroom: Config, *, at: dt.datetime, number: int) -> Iterator[list[Path]]:
    """Workers whose clocks say that it is `at` when they start. Gives their logs."""
    logs = [newsroom.home / f"worker-{one}.log" for one in range(number)]
    environment = {
        **os.environ,
        "BROADSHEET_NEWSROOM": str(newsroom.home),
        "LD_PRELOAD": str(LIBRARIES[0]),
        "FAKETIME": f"@{at:%Y-%m-%d %H:%M:%S}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": "UTC",
    }
    started = []
    for log in logs:
        with log.open("wb") as out:
            command = [str(Path(sys.executable).with_name("broadsheet")), "worker"]
            started.append(subprocess.Popen(command, env=environment, stdout=out, stderr=out))
    try:
        yield logs
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
        for process in started:
            process.wait(PATIENCE_SECONDS)


def test_two_workers_let_it_out_at_its_minute_and_once(newsroom: Config) -> None:
    report = make_report(publish=False, headline="Pier opens")
    now = timezone.now()
    minute = (now + dt.timedelta(days=2)).replace(second=0, microsecond=0)
    set_embargo(report, until=minute, terms="", by=None, now=now)
    report.get_latest_revision().publish()
    connections.close_all()
    page = newsroom.site / report.path_on_site.strip("/") / "index.html"
    almost = minute - dt.timedelta(seconds=AHEAD_SECONDS)
    begun = time.time()
    with workers(newsroom, at=almost, number=2) as logs:
        while not page.exists():
            assert time.time() < begun + PATIENCE_SECONDS, [log.read_text() for log in logs]
            time.sleep(0.05)
    # The kernel's own clock, which nobody has moved.
    assert page.stat().st_mtime >= begun + AHEAD_SECONDS
    assert ReportPage.objects.live().filter(pk=report.pk).exists()
    published = PageLogEntry.objects.filter(page=report.pk, action="wagtail.publish.scheduled")
    assert published.count() == 1
    assert Output.objects.filter(key=f"report:{report.pk}").count() == 1
    assert not Lateness.objects.exists()
