"""Files that went out compressed quickly → compressed as closely as they go."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from django.conf import settings

from broadsheet.press.bake import BATCH_SECONDS
from broadsheet.press.models import Output
from broadsheet.press.site import Site


def pack(site: Site, *, most: int = 4) -> int:
    """Pack the files of some outputs. Returns how many."""
    outputs = list(Output.objects.filter(is_packed=False).prefetch_related("files")[:most])
    for output in outputs:
        _pack(site, output)
    enter_packed(output.key for output in outputs)
    return len(outputs)


def pack_files(keys: Sequence[str]) -> list[str]:
    """Pack the files of these, for about BATCH_SECONDS. Returns the keys of those that were."""
    until = time.monotonic() + BATCH_SECONDS
    site = Site(settings.CONFIG.site, settings.CONFIG.var / "press")
    done = []
    for output in Output.objects.filter(key__in=keys).prefetch_related("files"):
        if time.monotonic() > until:
            break
        _pack(site, output)
        done.append(output.key)
    return done


def enter_packed(keys: Iterable[str]) -> None:
    """Enter in the books what was packed."""
    Output.objects.filter(key__in=list(keys)).update(is_packed=True)


def _pack(site: Site, output: Output) -> None:
    for file in output.files.all():
        if site.compresses(file.path):
            site.pack(file.path)
