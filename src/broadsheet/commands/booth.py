"""`broadsheet booth`: reports are read aloud, until it is told to stop."""

from __future__ import annotations

import signal
import threading

from django.conf import settings

from broadsheet.commands.hearing_of_work import hearing_of_work
from broadsheet.studio.slips import Slips
from broadsheet.studio.work import work


def run() -> None:
    stop = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    slips = Slips(stop)
    with hearing_of_work("sound", slips.hand_in):
        work(stop, slips=slips if settings.CONFIG.tasks.broker else None)
