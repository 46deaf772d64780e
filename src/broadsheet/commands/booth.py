"""`broadsheet booth`: reports are read aloud, until it is told to stop."""

from __future__ import annotations

import signal
import threading

from broadsheet.studio.work import work


def run() -> None:
    stop = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    work(stop)
