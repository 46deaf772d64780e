"""`broadsheet verify`: the site compared with the desk, file by file, and mended."""

from __future__ import annotations

from collections.abc import Sequence

import click
from django.conf import settings
from django.utils import timezone

from broadsheet.commands.progress import Progress
from broadsheet.commands.trouble import Trouble
from broadsheet.press.models import Output, SiteFile, Urgency
from broadsheet.press.reconcile import out_of_step
from broadsheet.press.the_site import the_site
from broadsheet.press.verify import Astray
from broadsheet.press.work import find_astray, mend_astray, press_until_done, start


def run(*, is_look: bool) -> None:
    """Raises Trouble where something differs and was not mended."""
    reports = len(out_of_step())
    if not is_look:
        start(the_site())
        press_until_done(urgency=Urgency.REBUILD)
    with Progress("Reading the site") as progress:
        found = find_astray(progress=progress)
    count = SiteFile.objects.count()
    if is_look:
        _tell(found, broken="is broken or missing", strange="does not belong to the site")
        if reports or found:
            raise Trouble(
                f"{_reports(reports)} and {_files(len(found))} of {count:,} are astray; "
                "to mend them, run: broadsheet verify"
            )
    elif found:
        aside = settings.CONFIG.var / "astray" / f"{timezone.now():%Y-%m-%dT%H%M%SZ}"
        mend_astray(found, aside=aside)
        _tell(found, broken="is printed again", strange=f"is moved to {aside}")
        if left := find_astray():
            _tell(left, broken="is still broken or missing", strange="still stands")
            raise Trouble(f"{_files(len(left))} could not be mended; {_why()}")
    mended = f"; {_reports(reports)} and {_files(len(found))} mended" if reports or found else ""
    click.echo(f"{count:,} files verified: the site is in step with the desk{mended}.")


def _tell(found: Sequence[Astray], *, broken: str, strange: str) -> None:
    for one in found:
        click.echo(f"{one.path} {broken if one.is_known else strange}")


def _reports(count: int) -> str:
    return f"{count:,} {'report' if count == 1 else 'reports'}"


def _files(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"


def _why() -> str:
    troubles = Output.objects.exclude(trouble="").values_list("key", "trouble")
    named = "; ".join(f"{key}: {trouble}" for key, trouble in troubles)
    return named or "look whether the disk can be written, and try again"
