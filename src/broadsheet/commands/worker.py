"""`broadsheet worker`: the press, until it is told to stop."""

from __future__ import annotations

import signal
import threading

from broadsheet.commands.hearing_of_work import hearing_of_work
from broadsheet.press import errands
from broadsheet.press.work import work


def run() -> None:
    stop = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    with hearing_of_work("tasks", errands.run_one):
        work(stop)
