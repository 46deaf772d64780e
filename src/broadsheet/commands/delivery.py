"""`broadsheet delivery`: this machine's copy of the site, until it is told to stop."""

from __future__ import annotations

import signal
import threading

from broadsheet.press.deliver import deliver


def run() -> None:
    stop = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    deliver(stop)
