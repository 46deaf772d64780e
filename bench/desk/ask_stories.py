"""A newsroom with stories → how long the list of them takes, asked again and again."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from django.test import Client

from broadsheet.on_one_stack import on_one_stack
from broadsheet.readers.models import Account


@on_one_stack
def ask_stories(*, times: int, progress: Callable[[str], None]) -> list[float]:
    """Gives the seconds of each answer. Raises RuntimeError where a story is not on the page."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(
        Account.objects.get(username="editor"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    gc.freeze()  # as the web process does when it is loaded
    found = []
    for number in range(times):
        started = time.perf_counter()
        page = client.get("/desk/stories/")
        found.append(time.perf_counter() - started)
        shown = page.content.decode().count("<tr data-key")
        if shown != 500:
            raise RuntimeError(f"the story list shows {shown} stories in place of 500")
        progress(f"asked {number + 1} times")
    return found
