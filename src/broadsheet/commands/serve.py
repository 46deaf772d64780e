"""`broadsheet serve`: the paper, the desk and the press, in the foreground with one log."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import Error as DatabaseError
from django.db import connections
from wagtail import __version__ as wagtail_version

import broadsheet
from broadsheet import __version__
from broadsheet.commands.upgrade import upgrade
from broadsheet.press.deliver import has_copy
from broadsheet.press.the_site import is_stored
from broadsheet.server.serve import serve

STAMP = ".made-by"
UPGRADE = (sys.executable, "-m", "broadsheet", "upgrade")


def run() -> None:
    """A machine that has the paper serves it, though its database be away: the rest follows."""
    errand: tuple[str, ...] = ()
    try:
        prepare()
    except DatabaseError:
        if not _has_paper():
            raise
        errand = UPGRADE
    connections.close_all()
    sys.exit(serve(settings.CONFIG, errand=errand))


def prepare() -> None:
    """Bring the desk's own scripts and styles and the database to this version."""
    _lay_out_static()
    upgrade()


def _has_paper() -> bool:
    if is_stored():
        return has_copy()
    return all(
        (settings.CONFIG.site / name).exists() for name in ("index.html", "unavailable.html")
    )


def _lay_out_static() -> None:
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
