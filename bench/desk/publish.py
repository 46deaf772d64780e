"""A draft → its page on disk, timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account

_LOOK_SECONDS = 0.001
_PATIENCE_SECONDS = 60


def publish(*, report: int, progress: Callable[[str], None]) -> dict[str, float]:
    """Publish a draft as the desk does, the worker being at work.

    Gives the seconds from the start to the end of Wagtail's own part (`wagtail`), to the page on
    disk (`page`), and to the front page that shows it (`front`).
    """
    page: ReportPage = ReportPage.objects.get(pk=report)
    revision = page.get_latest_revision()
    editor = Account.objects.get(username="editor")
    site: Path = settings.CONFIG.site
    file = site / page.path_on_site.strip("/") / "index.html"
    front = site / "index.html"
    address = f'"{page.path_on_site}"'.encode()
    started = time.perf_counter()
    revision.publish(user=editor)
    wagtail = time.perf_counter() - started
    _wait(file.is_file, f"{file} was not printed")
    on_disk = time.perf_counter() - started
    _wait(lambda: address in front.read_bytes(), f"the front page does not show {address!r}")
    on_front = time.perf_counter() - started
    progress(f"published in {on_disk:.3f} s")
    return {"wagtail": wagtail, "page": on_disk, "front": on_front}


def _wait(is_there: Callable[[], bool], trouble: str) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while not is_there():
        if time.monotonic() > until:
            raise TimeoutError(f"{trouble} within {_PATIENCE_SECONDS} s")
        time.sleep(_LOOK_SECONDS)
