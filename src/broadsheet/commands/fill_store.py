"""`broadsheet fill-store`: what a newsroom has on its disk → the store that it has now."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from django.conf import settings

from broadsheet.commands.progress import Progress
from broadsheet.commands.trouble import Trouble
from broadsheet.config import FILE_NAME, Config


def run() -> None:
    """What is there already is left, so it can be run again. The files on the disk stay.

    Raises Trouble where the newsroom has no store, StoreError where that refuses.
    """
    config: Config = settings.CONFIG
    if not config.store.bucket:
        raise Trouble(f"{FILE_NAME}: [store] bucket is empty; name the bucket to bring them into")
    new = list(_new(config))
    with Progress("Bringing") as progress:
        for done, (bucket, name, file) in enumerate(new):
            progress(done, len(new))
            with file.open("rb") as opened:
                bucket.keep(name, opened, mimetypes.guess_type(name)[0] or "")
    click.echo(
        f"{len(new):,} files are brought into the store; the site is printed into it by: "
        "broadsheet serve"
    )


def _new(config: Config) -> Iterator[tuple[Any, str, Path]]:
    # The store's client is there only where the newsroom has one.
    in_store = import_module("broadsheet.store.bucket").Bucket
    for folder in (config.media, config.recordings, config.words):
        bucket = in_store(config.store, folder.name)
        kept = {one.name: one.size_bytes for page in bucket.pages() for one in page}
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and kept.get(name) != file.stat().st_size:
                yield bucket, name, file
