"""`broadsheet restore`: the file of a backup → a newsroom's folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from broadsheet.commands.new import write_secret_key
from broadsheet.config import load
from broadsheet.vault.unpack import unpack


def run(*, file: Path, folder: Path, database_url: str) -> None:
    """Put everything where it belongs; the paper is still to be printed.

    `database_url` names an empty database in PostgreSQL, where its settings are not to.
    """
    manifest = unpack(file, folder, database_url=database_url)
    config = load(folder)
    made_at = manifest.made_at.astimezone(dt.UTC)
    click.echo(f"{folder}: the newsroom as it was on {made_at:%Y-%m-%d at %H:%M:%S} UTC.")
    if not manifest.has_secrets:
        write_secret_key(config.secret_key_file)
        click.echo(
            "The backup holds no secrets: everybody signs in anew, and passwords and keys of "
            "broadsheet.toml have to be set again."
        )
    if manifest.store:
        click.echo(
            f"Its photos, recordings and words files were in the store {manifest.store!r} and are "
            "in the folder now; nothing in the store was changed. To keep them in one again, set "
            "[store] and run: broadsheet fill-store"
        )
    for name in manifest.missing:
        click.echo(f"var/media/{name} was lost before the backup was made")
