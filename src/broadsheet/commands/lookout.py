"""`broadsheet lookout`: `/health` and `/metrics`, until it is told to stop."""

from __future__ import annotations

import signal
import threading

from django.conf import settings

from broadsheet.lookout.listen import listen


def run() -> None:
    watch = settings.CONFIG.watch
    with listen(watch.host, watch.port) as server:
        for told in (signal.SIGTERM, signal.SIGINT):
            # It waits for the loop to end, so it may not be called in it.
            signal.signal(told, lambda *_: threading.Thread(target=server.shutdown).start())
        server.serve_forever()
