"""`broadsheet demo`: the sample newspaper, made once and served."""

from __future__ import annotations

import click
from django.conf import settings
from django.core.management import call_command

from broadsheet.commands import dictionary, serve
from broadsheet.commands.account import give_account
from broadsheet.commands.progress import Progress
from broadsheet.commands.trouble import Trouble
from broadsheet.desk.models import FrontPage, Role
from broadsheet.press.models import Urgency
from broadsheet.press.the_site import the_site
from broadsheet.press.work import press_until_done, start
from broadsheet.reference.work import look_up_until_done
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
    _explain_words()
    password = give_account("editor")
    click.echo(f"The sample newspaper is in {settings.CONFIG.home}")
    click.echo(f"Sign in at the desk as editor with the password {password}")
    click.echo("Or as somebody with a role, to see what each may do:")
    for role in _a_role_of_each_kind():
        click.echo(f"  {role.kind:<9}  {give_account(role.kind, group=role.group)}  {role}")
    if is_served:
        serve.run()


def _a_role_of_each_kind() -> list[Role]:
    roles = Role.objects.filter(group__isnull=False).select_related("group").order_by("pk")
    first = {role.kind: role for role in reversed(roles)}
    return [first[kind] for kind in Role.Kind.values if kind in first]


def _explain_words() -> None:
    """Put the dictionaries of this machine on the shelf, and look every report up in them."""
    if not settings.CONFIG.dictionaries.exists():
        try:
            dictionary.add(
                dictionary.INSTALLED, name="", language="en", file=settings.CONFIG.dictionaries
            )
        except Trouble as trouble:
            click.echo(f"The sample is without a dictionary: {trouble}")
            return
    with Progress("Looking words up") as progress:
        look_up_until_done(progress)
    press_until_done(urgency=Urgency.REBUILD)
