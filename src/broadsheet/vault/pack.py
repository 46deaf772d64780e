"""A newsroom, which may be at work → the file of its backup."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import tarfile
import tempfile
from pathlib import Path
from typing import BinaryIO

from broadsheet.config import Config
from broadsheet.vault import contents
from broadsheet.vault.manifest import Manifest, Packed
from broadsheet.vault.source import Source
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
    itself has lost it. `out` appears when it is whole.
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
        self._seen: dict[str, tuple[int, int, int]] = {}

    def add_folders(self) -> None:
        """Everything that stands in the folders now, and the dictionaries."""
        for name in contents.FOLDERS:
            folder = contents.folder_of(name, self._config)
            for file in sorted(folder.rglob("*")):
                if file.is_file() and not file.is_symlink():
                    self._add(f"{name}/{file.relative_to(folder).as_posix()}", file)
        self._add(contents.DICTIONARIES, self._config.dictionaries)

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
                self._add(source.name, copy)
                return tuple(sorted(missing))
        raise VaultError(
            "photos are being taken away faster than a backup is made; try again in a moment"
        )

    def add_settings(self, *, with_secrets: bool) -> None:
        file = self._config.home / contents.SETTINGS
        if with_secrets:
            self._add(contents.SETTINGS, file)
            self._add(contents.SECRET_KEY, self._config.secret_key_file)
        else:
            emptied = without_secrets(file.read_text(encoding="utf-8"))
            self._add_bytes(contents.SETTINGS, emptied.encode())

    def finish(self, manifest: Manifest) -> None:
        data = manifest.written()
        self._tar.addfile(_entry(contents.MANIFEST, len(data)), io.BytesIO(data))
        self._tar.close()

    def _is_there(self, named: str) -> bool:
        name = f"{contents.MEDIA}/{named}"
        file = self._config.media / named
        try:
            found = file.stat()
        except OSError:
            return name in self.files
        if self._seen.get(name) != _signature(found):
            self._add(name, file)
        return name in self.files

    def _add(self, name: str, file: Path) -> None:
        """Nothing where there is no such file."""
        try:
            opened = file.open("rb")
        except FileNotFoundError:
            return
        with opened:
            found = os.fstat(opened.fileno())
            hashed = _Hashed(opened)
            self._tar.addfile(_entry(name, found.st_size), hashed)
            self.files[name] = Packed(found.st_size, hashed.digest.hexdigest())
            self._seen[name] = _signature(found)

    def _add_bytes(self, name: str, data: bytes) -> None:
        self._tar.addfile(_entry(name, len(data)), io.BytesIO(data))
        self.files[name] = Packed(len(data), hashlib.sha256(data).hexdigest())


class _Hashed:
    """A file whose digest is taken as it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self.digest = hashlib.sha256()
        self._file = file

    def read(self, size: int = _CHUNK_BYTES) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


def _signature(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_mtime_ns, found.st_size


def _entry(name: str, size_bytes: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size = size_bytes
    entry.mode = 0o600
    return entry
