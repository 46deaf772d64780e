"""`broadsheet backup`: one file that holds the newsroom, made while the paper runs."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import click
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone

from broadsheet import __version__
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config
from broadsheet.press.deliver import has_copy
from broadsheet.press.the_site import is_stored
from broadsheet.vault.compare import compare
from broadsheet.vault.manifest import Manifest
from broadsheet.vault.pack import pack
from broadsheet.vault.snapshot import Column
from broadsheet.vault.source import source_of

MOST_NAMED = 10


def run(*, file: Path, with_secrets: bool, is_rehearsal: bool) -> None:
    """Raises Trouble where it cannot be made, or where the rehearsal finds another paper."""
    config: Config = settings.CONFIG
    if is_rehearsal and is_stored() and not has_copy():
        raise Trouble(
            "this machine has no copy of the site to hold a rehearsal against; rehearse on one "
            "that serves the paper"
        )
    now = timezone.now()
    manifest = pack(
        config,
        file,
        source=source_of(config, media_columns()),
        with_secrets=with_secrets,
        version=__version__,
        now=now,
    )
    _tell(file, manifest)
    if is_rehearsal:
        _rehearse(file, made_at=now.timestamp())


def media_columns() -> tuple[Column, ...]:
    """Where the database names files of `var/media`."""
    fields = (
        (model._meta.db_table, field)  # noqa: SLF001  # it is documented
        for model in apps.get_models()
        for field in model._meta.local_fields  # noqa: SLF001  # likewise
    )
    return tuple(
        (table, field.column)
        for table, field in fields
        if isinstance(field, models.FileField) and field.column
    )


def _tell(file: Path, manifest: Manifest) -> None:
    megabytes = sum(one.size_bytes for one in manifest.files.values()) / 1e6
    secrets = "with" if manifest.has_secrets else "without"
    click.echo(f"{file}: {len(manifest.files):,} files, {megabytes:,.1f} MB, {secrets} secrets.")
    if manifest.store:
        click.echo(
            f"The photos, recordings and words files of the store {manifest.store!r} are in it; "
            "the site is not, for it is made of the rest."
        )
    for name in manifest.missing:
        click.echo(f"var/media/{name} is named in the database and lost; it is in no backup")


def _rehearse(file: Path, *, made_at: float) -> None:
    """Restore it beside the newsroom, print the paper from it, and hold that against the site."""
    config: Config = settings.CONFIG
    with (
        tempfile.TemporaryDirectory(prefix="rehearsal-", dir=file.resolve().parent) as scratch,
        _scratch_database(config) as database,
    ):
        folder = Path(scratch) / "newsroom"
        done = subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-m", "broadsheet", "restore", str(file), str(folder), *database],
            env=_apart(config),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Trouble(f"the backup could not be restored: {done.stderr.strip()[-500:]}")
        found = compare(config.site, folder / "var/site", made_at=made_at)
    for name in found.differing[:MOST_NAMED]:
        click.echo(f"{name} differs")
    if found.differing:
        raise Trouble(
            f"{len(found.differing):,} of {found.same + len(found.differing):,} files of the paper "
            "come out otherwise; run broadsheet verify, and make the backup again"
        )
    since = f"; {found.since:,} were printed anew since it was begun" if found.since else ""
    click.echo(f"Restored for a rehearsal: {found.same:,} files of the paper are the same{since}.")


@contextmanager
def _scratch_database(config: Config) -> Iterator[tuple[str, ...]]:
    """What `broadsheet restore` is told of a database to rehearse in; in SQLite it is a file."""
    if not config.database.url:
        yield ()
        return
    # Its driver is there only where the newsroom has one in PostgreSQL.
    module = import_module("broadsheet.vault.scratch_database")
    with module.scratch_database(config.database, number=secrets.token_hex(8)) as scratch:
        yield ("--database", scratch.url)


def _apart(config: Config) -> dict[str, str]:
    """The environment of a newsroom that has nothing to do with this one but its password."""
    others = ("DJANGO_SETTINGS_MODULE", "BROADSHEET_DATABASE__", "BROADSHEET_STORE__")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(others)},
        "BROADSHEET_DATABASE__PASSWORD": config.database.password,
        # Word of its work is for none of those who listen there.
        "BROADSHEET_TASKS__BROKER": "",
    }
