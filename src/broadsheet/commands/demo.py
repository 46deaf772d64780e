"""`broadsheet demo`: the sample newspaper, made once and served."""

from __future__ import annotations

import click
from django.conf import settings
from django.core.management import call_command

from broadsheet.commands import serve
from broadsheet.commands.account import give_account
from broadsheet.commands.progress import Progress
from broadsheet.desk.models import FrontPage
from broadsheet.press.models import Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.sample.newspaper import make_sample


def run(*, is_served: bool) -> None:
    click.echo("Making the sample newspaper; this takes about a minute the first time.")
    call_command("migrate", verbosity=0)
    if not FrontPage.objects.exists():
        with Progress("Setting the copy") as progress:
            make_sample(progress)
    with Progress("Printing") as progress:
        start(the_site())
        press_until_done(urgency=Urgency.REBUILD, progress=progress)
    password = give_account("editor", is_reporter=False)
    click.echo(f"The sample newspaper is in {settings.CONFIG.home}")
    click.echo(f"Sign in at the desk as editor with the password {password}")
    if is_served:
        serve.run()
