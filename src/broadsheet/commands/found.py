"""`broadsheet new`, after the folder is there: the database and what a newsroom starts with."""

from __future__ import annotations

import shutil

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from broadsheet.commands.account import give_account
from broadsheet.commands.trouble import Trouble
from broadsheet.desk.founding import add_starters, found


def run(*, title: str) -> None:
    home = settings.CONFIG.home
    try:
        _must_be_empty()
        call_command("migrate", verbosity=0)
        add_starters(found(name=title))
        password = give_account("editor")
    except BaseException:
        connections.close_all()
        shutil.rmtree(settings.CONFIG.var)
        (home / "broadsheet.toml").unlink()
        home.rmdir()
        raise
    click.echo(f"The newsroom of {title} is ready in {home}")
    click.echo(f"Sign in at the desk as editor with the password {password}")
    click.echo(f"Next: cd {home} && broadsheet serve")


def _must_be_empty() -> None:
    """To found a newsroom is to clear the pages away that stand there."""
    if connection.introspection.table_names():
        raise Trouble(
            f"the database {connection.settings_dict['NAME']!r} is not empty; name an empty one, "
            "or go on with the newsroom that it belongs to"
        )
