"""`broadsheet dictionary`: which dictionaries the paper explains words by."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from broadsheet.commands.trouble import Trouble
from broadsheet.config import ConfigError, find_home, load
from broadsheet.lexicon import shelf
from broadsheet.lexicon.shelf import Source
from broadsheet.lexicon.sniff import KNOWN, volume
from broadsheet.lexicon.volume import DictionaryError

FILE_NAME = "dictionaries.sqlite3"
INSTALLED = "installed"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def add(what: str, *, name: str, language: str, file: Path | None) -> None:
    """Put one on the shelf; `installed` takes each that a package has brought to this machine."""
    place = file or newsroom_shelf()
    if what == INSTALLED:
        _add_installed(place)
        return
    with _said():
        named = name or _name_of(what)
        if not _NAME.fullmatch(named):
            raise DictionaryError(
                f"{named!r} is no name for a dictionary; give --name with small letters, "
                "digits and hyphens"
            )
        _tell(_add(place, what, name=named, language=language))


def remove(name: str, *, file: Path | None) -> None:
    with _said():
        shelf.remove(file or newsroom_shelf(), name)
    click.echo(f"{name} is no longer there")


def print_list(*, file: Path | None) -> None:
    place = file or newsroom_shelf()
    with _said():
        sources = shelf.sources(place)
    if not sources:
        click.echo("there is no dictionary yet; add one: broadsheet dictionary add wordnet")
    for source in sources:
        _tell(source)


def newsroom_shelf() -> Path:
    """The newsroom's own shelf. Raises Trouble where no newsroom is meant."""
    try:
        home = os.environ.get("BROADSHEET_NEWSROOM") or find_home(Path.cwd())
    except ConfigError:
        raise Trouble(
            f"{Path.cwd()} is in no newsroom; go to one, or name the file with --file PATH"
        ) from None
    return load(Path(home)).dictionaries


def _add_installed(place: Path) -> None:
    taken = []
    for what in KNOWN:
        try:
            taken.append(_add(place, what, name=what, language="en"))
        except DictionaryError as error:
            click.echo(f"not taken: {error}")
            continue
        _tell(taken[-1])
    if not any(source.kind == "meanings" for source in taken):
        raise Trouble(
            "no dictionary of meanings is on this machine; install wordnet-base and "
            "wordnet-sense-index, or name a file: broadsheet dictionary add PATH"
        )


def _add(place: Path, what: str, *, name: str, language: str) -> Source:
    with volume(what, language=language) as found:
        return shelf.add(place, found, name=name)


def _name_of(what: str) -> str:
    stem = Path(what).name.split(".")[0].lower()
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40]


def _tell(source: Source) -> None:
    into = f" in {source.gloss_language}" if source.gloss_language not in {"", "en"} else ""
    click.echo(
        f"{source.name}: {source.title}; {source.kind}{into}: {source.records:,}; {source.licence}"
    )


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except DictionaryError as error:
        raise Trouble(str(error)) from None
