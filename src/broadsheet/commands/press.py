"""`broadsheet press`: the site brought in step with the desk."""

from __future__ import annotations

import click

from broadsheet.commands.progress import Progress
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.the_site import the_site
from broadsheet.press.work import pack_until_done, press_until_done, start


def run(*, is_all: bool) -> None:
    start(the_site())
    if is_all:
        Order.place("everything")
    with Progress("Printing") as progress:
        done = press_until_done(urgency=Urgency.REBUILD, progress=progress)
    with Progress("Packing") as progress:
        pack_until_done(progress=progress)
    click.echo(f"{done:,} outputs printed; the site is in step with the desk.")
    for output in Output.objects.exclude(trouble=""):
        click.echo(f"{output.key} could not be printed: {output.trouble}", err=True)
