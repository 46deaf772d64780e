"""Word for the booth that a report waits, from whoever heard of it, until it has been seen to."""

from __future__ import annotations

import queue
import threading


class Slips:
    """The booth's own thread takes them; others hand them in, and wait."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._waiting: queue.SimpleQueue[threading.Event] = queue.SimpleQueue()

    def hand_in(self) -> None:
        """Returns when the booth has looked for what waits, and voiced what it found."""
        seen_to = threading.Event()
        self._waiting.put(seen_to)
        while not (seen_to.wait(1) or self._stop.is_set()):
            pass

    def take(self, *, seconds: float) -> threading.Event | None:
        """The next, to be set when it is seen to; None where none came in that time."""
        try:
            return self._waiting.get(timeout=seconds)
        except queue.Empty:
            return None
