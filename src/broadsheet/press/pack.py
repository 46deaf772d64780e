"""Files that went out compressed quickly → compressed as closely as they go."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from django.db import transaction

from broadsheet.press.bake import BATCH_SECONDS
from broadsheet.press.models import Change, Output, SiteFile
from broadsheet.press.outlet import Outlet
from broadsheet.press.the_site import is_stored, the_site
from broadsheet.press.variants import compresses


def pack(site: Outlet, *, most: int = 4) -> int:
    """Pack the files of some outputs. Returns how many."""
    outputs = list(Output.objects.filter(is_packed=False).prefetch_related("files")[:most])
    for output in outputs:
        _pack(site, output)
    enter_packed(output.key for output in outputs)
    return len(outputs)


def pack_files(keys: Sequence[str]) -> list[str]:
    """Pack the files of these, for about BATCH_SECONDS. Returns the keys of those that were."""
    until = time.monotonic() + BATCH_SECONDS
    site = the_site()
    done = []
    for output in Output.objects.filter(key__in=keys).prefetch_related("files"):
        if time.monotonic() > until:
            break
        _pack(site, output)
        done.append(output.key)
    return done


def enter_packed(keys: Iterable[str]) -> None:
    """Enter in the books what was packed."""
    packed = Output.objects.filter(key__in=list(keys))
    if not is_stored():
        packed.update(is_packed=True)
        return
    with transaction.atomic():
        files = SiteFile.objects.filter(output__in=packed).order_by("pk")
        rows = files.values_list("path", "digest")
        Change.objects.bulk_create(
            [Change(path=path, digest=digest) for path, digest in rows if compresses(path)]
        )
        packed.update(is_packed=True)


def _pack(site: Outlet, output: Output) -> None:
    for file in output.files.all():
        if compresses(file.path):
            site.pack(file.path, file.digest)
