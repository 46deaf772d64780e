"""`broadsheet import`: files → reports at the desk, or at once in the paper."""

from __future__ import annotations

import datetime as dt
import mimetypes
import os
import re
from itertools import chain
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from broadsheet.commands.progress import Progress
from broadsheet.commands.trouble import Trouble
from broadsheet.desk.intake import Filing, TakenIn, take_in
from broadsheet.press.models import Output, Urgency
from broadsheet.press.the_site import the_site
from broadsheet.press.work import press_until_done, start
from broadsheet.roster import on_duty
from broadsheet.wire.copy import Copy, CopyError
from broadsheet.wire.read_ahead import read_ahead

# One transaction each: for as long, about a second, nobody else writes.
AT_ONCE = 500
WITH_ACCOUNT = 10


def run(*, files: tuple[Path, ...], section: str, day: dt.date | None, publish: bool) -> None:
    """Files that are no copy are named and left out; the others come in.

    A folder stands for the files in it and below it, without pictures and what is hidden.
    """
    files = tuple(chain.from_iterable(map(_files, files)))
    names = tuple(part.strip() for part in re.split(r"\s*[>/]\s*", section) if part.strip())
    refused: list[str] = []
    addresses: list[str] = []
    largest = settings.CONFIG.wire.largest_megabytes * 1024 * 1024
    done = 0
    with Progress("Importing") as progress:
        for batch in read_ahead(files, at_once=AT_ONCE, largest_bytes=largest):
            refused += [str(found) for _, found in batch if isinstance(found, CopyError)]
            for one in take_in(
                [Filing(found, file) for file, found in batch if isinstance(found, Copy)],
                now=timezone.now(),
                zone=settings.CONFIG.zone,
                publish=publish,
                section=names,
                day=day,
            ):
                if len(files) <= WITH_ACCOUNT:
                    click.echo("\n".join(one.account))
                addresses.append(_address(one))
            done += len(batch)
            progress(done, len(files))
    if publish and addresses:
        _print()
    for address in addresses:
        click.echo(address)
    if refused:
        raise Trouble("\n".join(refused))


def _files(named: Path) -> list[Path]:
    """The file itself, or what is in the folder, by name, and then below it."""
    if not named.is_dir():
        return [named]
    found: list[Path] = []
    for folder, below, names in os.walk(named):
        below[:] = sorted(name for name in below if not name.startswith("."))
        found += [Path(folder, name) for name in sorted(names) if _may_be_copy(name)]
    return found


def _may_be_copy(name: str) -> bool:
    is_picture = (mimetypes.guess_type(name)[0] or "").startswith("image/")
    return not (name.startswith(".") or is_picture)


def _address(one: TakenIn) -> str:
    if one.report.live:
        return f"{settings.CONFIG.paper.url}{one.report.path_on_site}"
    return f"A draft at the desk: {settings.CONFIG.paper.url}/desk/pages/{one.report.pk}/edit/"


def _print() -> None:
    """Everything that readers of these reports wait for; all the rest too if no worker does it."""
    start(the_site())
    with Progress("Printing") as progress:
        press_until_done(urgency=Urgency.LISTS, progress=progress)
    with on_duty("worker") as is_alone:
        if is_alone and Output.objects.filter(is_stale=True).exists():
            with Progress("Printing the rest") as progress:
                press_until_done(urgency=Urgency.REBUILD, progress=progress)
