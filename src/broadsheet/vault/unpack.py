"""The file of a backup → a newsroom's folder, whole and checked, or nothing."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
from pathlib import Path
from typing import IO

from broadsheet.config import Config
from broadsheet.vault import contents
from broadsheet.vault.manifest import Manifest, Packed, read_manifest
from broadsheet.vault.settle import settle
from broadsheet.vault.snapshot import is_sound
from broadsheet.vault.vault_error import VaultError

_CHUNK_BYTES = 1024 * 1024


def unpack(file: Path, folder: Path, *, database_url: str = "") -> Manifest:
    """Put what is in a backup where it belongs in `folder`, which must be empty or not be there.

    Every byte is checked against what the backup says of itself, and a database by SQLite; that of
    a newsroom in PostgreSQL goes into the empty one at `database_url`, or else the one that its
    settings name. Raises VaultError and ConfigError, and then leaves the folder as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError(f"{folder}: something is there already; give an empty folder")
    existed = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        manifest = _unpack(file, Config(home=folder.resolve()))
        settle(folder, manifest, database_url=database_url)
    except BaseException:
        _take_away(folder, keep_folder=existed)
        raise
    return manifest


def _unpack(file: Path, config: Config) -> Manifest:
    try:
        manifest, found = _extract(file, config)
    except tarfile.TarError as error:
        raise VaultError(f"{file}: this is no whole backup ({error}); take another one") from None
    if manifest is None:
        raise VaultError(f"{file}: it ends before its end; take another one")
    if broken := sorted(
        name for name in found | manifest.files if found.get(name) != manifest.files.get(name)
    ):
        raise VaultError(f"{file}: {broken[0]} is not as it was packed; take another one")
    if (
        len(found.keys() & {contents.DATABASE, contents.DUMP}) != 1
        or contents.SETTINGS not in found
    ):
        raise VaultError(f"{file}: it lacks a database, or settings; take another one")
    if contents.DATABASE in found and not is_sound(config.sqlite_file):
        raise VaultError(f"{file}: the database in it is damaged; take another one")
    return manifest


def _extract(file: Path, config: Config) -> tuple[Manifest | None, dict[str, Packed]]:
    manifest = None
    found: dict[str, Packed] = {}
    with tarfile.open(file, "r:") as tar:
        for entry in tar:
            opened = tar.extractfile(entry) if entry.isfile() else None
            place = contents.place_of(entry.name, config)
            if opened is None or (place is None and entry.name != contents.MANIFEST):
                raise VaultError(f"{file}: {entry.name!r} belongs in no backup; take another one")
            if place is None:
                manifest = read_manifest(opened.read())
            else:
                # A name that comes again holds the newer bytes.
                found[entry.name] = _write(opened, place)
    return manifest, found


def _write(opened: IO[bytes], place: Path) -> Packed:
    place.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with place.open("wb") as written:
        if place.name in {contents.SECRET_KEY, contents.SETTINGS}:
            place.chmod(0o600)
        while data := opened.read(_CHUNK_BYTES):
            digest.update(data)
            size += len(data)
            written.write(data)
    return Packed(size, digest.hexdigest())


def _take_away(folder: Path, *, keep_folder: bool) -> None:
    for left in folder.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()
    if not keep_folder:
        folder.rmdir()
