"""`broadsheet upgrade`: the database brought to this version, as soon as it answers."""

from __future__ import annotations

import time

import click
from django.conf import settings
from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from broadsheet.desk.founding import set_address
from broadsheet.roster import held

PAUSE_SECONDS = 1


def run() -> None:
    """Try until it is done; the log is told why it is not when that changes."""
    said = ""
    while True:
        try:
            upgrade()
        except DatabaseError as error:
            why = " ".join(str(error).split())
            if why != said:
                click.echo(f"the desk waits for the database, and the paper is read: {why}")
            said = why
            connections.close_all()
            time.sleep(PAUSE_SECONDS)
        else:
            click.echo("the database answers; the desk and the press begin")
            return


def upgrade() -> None:
    """Raises database errors."""
    with held("upgrade"):  # one of the machines that were all started with a new version
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
    set_address(settings.CONFIG.paper.url)
