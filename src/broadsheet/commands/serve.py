"""`broadsheet serve`: the paper, the desk and the press, in the foreground with one log."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from wagtail import __version__ as wagtail_version

import broadsheet
from broadsheet import __version__
from broadsheet.desk.founding import set_address
from broadsheet.roster import held
from broadsheet.server.serve import serve

STAMP = ".made-by"


def run() -> None:
    prepare()
    connections.close_all()
    sys.exit(serve(settings.CONFIG))


def prepare() -> None:
    """Bring the database and the desk's own scripts and styles to this version."""
    with held("upgrade"):  # one of the machines that were all started with a new version
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
    set_address(settings.CONFIG.paper.url)
    stamp: Path = settings.STATIC_ROOT / STAMP
    version = f"broadsheet {__version__} {_own_static()}, wagtail {wagtail_version}"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != version:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(version, encoding="utf-8")


def _own_static() -> str:
    """What our own part of the desk's scripts and styles is made of, in short."""
    digest = hashlib.sha256()
    for file in sorted(Path(broadsheet.__file__).parent.glob("*/static/**/*.*")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
