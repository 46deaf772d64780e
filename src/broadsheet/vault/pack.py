"""A newsroom, which may be at work → the file of its backup."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO

from broadsheet.config import Config
from broadsheet.vault import contents
from broadsheet.vault.folder_stock import FolderStock
from broadsheet.vault.found import Found
from broadsheet.vault.manifest import Manifest, Packed
from broadsheet.vault.source import Source
from broadsheet.vault.stock import stock_of
from broadsheet.vault.vault_error import VaultError
from broadsheet.vault.without_secrets import without_secrets

_TRIES = 5
_CHUNK_BYTES = 1024 * 1024


def pack(
    config: Config,
    out: Path,
    *,
    source: Source,
    with_secrets: bool,
    version: str,
    now: dt.datetime,
) -> Manifest:
    """Write the backup to `out`, which only its owner can read. Raises VaultError.

    It is consistent: every file that its database names is in it, as it was, unless the newsroom
    itself has lost it. `out` appears when it is whole. Raises StoreError where a store is away.
    """
    if out.exists():
        raise VaultError(f"{out}: something is there already; give another name")
    handle, name = tempfile.mkstemp(prefix=f".{out.name}-", dir=out.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, tempfile.TemporaryDirectory(dir=config.var) as folder:
            packing = _Packing(config, file)
            packing.add_folders()
            copy = Path(folder) / source.name
            missing = packing.add_database(source, copy, with_secrets=with_secrets)
            packing.add_settings(with_secrets=with_secrets)
            manifest = Manifest(
                version=version,
                made_at=now,
                has_secrets=with_secrets,
                store=config.store.bucket,
                files=packing.files,
                missing=missing,
            )
            packing.finish(manifest)
            file.flush()
            os.fsync(file.fileno())
        part.rename(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return manifest


class _Packing:
    def __init__(self, config: Config, file: BinaryIO) -> None:
        self.files: dict[str, Packed] = {}
        self._config = config
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115  # finish() closes it
        self._stocks = {name: stock_of(config, name) for name in contents.FOLDERS}
        self._seen: dict[str, Hashable] = {}

    def add_folders(self) -> None:
        """Everything that is in the folders now, and the dictionaries."""
        for name, stock in self._stocks.items():
            for found in stock.files():
                self._add(f"{name}/{found.name}", found)
        self._add_file(contents.DICTIONARIES, self._config.dictionaries)

    def add_database(self, source: Source, copy: Path, *, with_secrets: bool) -> tuple[str, ...]:
        """The database after the folders, with what it names and they did not have yet.

        Files do not change, they come and go: what came since is added, what was being written is
        added again. Where one has gone since the snapshot, the snapshot is taken once more. Gives
        those that the newsroom has lost.
        """
        for _ in range(_TRIES):
            named = source.copy(copy, with_secrets=with_secrets)
            missing = {one for one in named if not self._is_there(one)}
            if missing <= source.named_now():
                self._add_file(source.name, copy)
                return tuple(sorted(missing))
        raise VaultError(
            "photos are being taken away faster than a backup is made; try again in a moment"
        )

    def add_settings(self, *, with_secrets: bool) -> None:
        file = self._config.home / contents.SETTINGS
        if with_secrets:
            self._add_file(contents.SETTINGS, file)
            self._add_file(contents.SECRET_KEY, self._config.secret_key_file)
        else:
            emptied = without_secrets(file.read_text(encoding="utf-8"))
            self._add_bytes(contents.SETTINGS, emptied.encode())

    def finish(self, manifest: Manifest) -> None:
        data = manifest.written()
        self._tar.addfile(_entry(contents.MANIFEST, len(data)), io.BytesIO(data))
        self._tar.close()

    def _is_there(self, named: str) -> bool:
        name, stock = f"{contents.MEDIA}/{named}", self._stocks[contents.MEDIA]
        mark = stock.mark(named)
        if mark is not None and self._seen.get(name) != mark:
            with suppress(FileNotFoundError), stock.opened(named) as found:
                self._add(name, found)
        return name in self.files

    def _add_file(self, name: str, file: Path) -> None:
        """Nothing where there is no such file."""
        with suppress(FileNotFoundError), FolderStock(file.parent).opened(file.name) as found:
            self._add(name, found)

    def _add(self, name: str, found: Found) -> None:
        hashed = _Hashed(found.file)
        self._tar.addfile(_entry(name, found.size_bytes), hashed)
        self.files[name] = Packed(found.size_bytes, hashed.digest.hexdigest())
        self._seen[name] = found.mark

    def _add_bytes(self, name: str, data: bytes) -> None:
        self._tar.addfile(_entry(name, len(data)), io.BytesIO(data))
        self.files[name] = Packed(len(data), hashlib.sha256(data).hexdigest())


class _Hashed:
    """A file whose digest is taken as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.digest = hashlib.sha256()
        self._file = file

    def read(self, size: int = _CHUNK_BYTES) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


def _entry(name: str, size_bytes: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size = size_bytes
    entry.mode = 0o600
    return entry
