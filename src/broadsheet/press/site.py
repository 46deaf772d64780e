"""Bytes → files under the site's folder, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from broadsheet.press.site_path import site_path
from broadsheet.press.variants import CLOSE, QUICK, VARIANTS, are_variants, compresses, variants_of


class Site:
    """The folder that the paper is served from.

    A file is written in a hidden folder of it, `.{writer}`, synced, and renamed to its place: a
    reader, a crash or a second process sees the old bytes or the new ones. The folder is a part of
    the site because that may be a file system of its own, and nothing is renamed into another.
    """

    def __init__(self, root: Path, writer: str = "press") -> None:
        self._root = root
        self._scratch = root / f".{writer}"

    def prepare(self) -> None:
        """Make the folders, and clear what a crash left in the scratch folder."""
        self._scratch.mkdir(parents=True, exist_ok=True)
        for left in self._scratch.iterdir():
            left.unlink()

    def put(self, path: str, data: bytes) -> None:
        """Write a file and, where it compresses, its variants. The file itself is renamed last."""
        target = self._target(path)
        _make_folder(target.parent)
        self._swap_variants(target, variants_of(path, data, QUICK))
        self._swap(target, data)
        _sync_folder(target.parent)

    def put_as_it_came(
        self, path: str, data: bytes, variants: Mapping[str, bytes], *, kept_at: float
    ) -> None:
        """Write a file and its variants as they were made elsewhere at that time (Unix seconds).

        The time is part of what browsers know a file by: so it is one, whichever machine they ask.
        """
        target = self._target(path)
        _make_folder(target.parent)
        self._swap_variants(target, variants, kept_at)
        self._swap(target, data, kept_at)
        _sync_folder(target.parent)

    def pack(self, path: str, digest: str) -> None:
        """Compress the variants of a file as closely as they go, where it holds these bytes."""
        target = self._target(path)
        try:
            data = target.read_bytes()
        except FileNotFoundError:
            return
        if hashlib.sha256(data).hexdigest() == digest:
            self._swap_variants(target, variants_of(path, data, CLOSE))
            _sync_folder(target.parent)

    def remove(self, path: str) -> None:
        """Take a file and its variants away, and the folders that are empty then."""
        target = self._target(path)
        target.unlink(missing_ok=True)
        for variant in VARIANTS:
            _beside(target, variant).unlink(missing_ok=True)
        self._clear_folders(target)

    def holds(self, path: str) -> bool:
        target = self._target(path)
        return target.is_file() and (
            not compresses(path) or all(_beside(target, v).is_file() for v in VARIANTS)
        )

    def stands(self, path: str) -> bool:
        """Whether anything does, be it a link into nowhere."""
        return os.path.lexists(self._target(path))

    def is_whole(self, path: str, digest: str) -> bool:
        """Whether the file and its variants are files of our own, hold the bytes with this SHA-256,
        and can be read by whoever may look into the site's folder."""
        target = self._target(path)
        endings = VARIANTS if compresses(path) else ()
        if not all(map(self._is_readable, (target, *(_beside(target, one) for one in endings)))):
            return False
        try:
            data = target.read_bytes()
            variants = {ending: _beside(target, ending).read_bytes() for ending in endings}
        except OSError:
            return False
        return hashlib.sha256(data).hexdigest() == digest and are_variants(data, variants)

    def paths(self) -> Iterator[str]:
        """Every file that stands, variants included, and links. What is hidden is not ours."""
        for folder, folders, names in os.walk(self._root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            for name in sorted((*names, *links)):
                if not name.startswith("."):
                    yield str((Path(folder) / name).relative_to(self._root))

    def move_out(self, path: str, folder: Path) -> None:
        """Take this one file off the site and keep it in `folder`, under its path."""
        target, kept = self._target(path), folder / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(target, kept)
        self._clear_folders(target)

    def make_way(self, path: str, folder: Path) -> None:
        """Keep a folder that stands where this file ought to in the folder `folder`."""
        target = self._target(path)
        if target.is_dir() and not target.is_symlink():
            self.move_out(path, folder)

    def _is_readable(self, file: Path) -> bool:
        try:
            mode = file.lstat().st_mode
        except OSError:
            return False
        # Who may enter the folder has the bit next to that of who may read.
        readers = (self._root.stat().st_mode & 0o111) << 2
        return stat.S_ISREG(mode) and mode & readers == readers

    def _clear_folders(self, target: Path) -> None:
        """Remove the folders above that are empty now. Only then is it said to be gone: a page
        that was withdrawn must not come back with the power."""
        for folder in target.parents:
            if folder == self._root or not _is_removed(folder):
                _sync_folder(folder)
                break

    def _target(self, path: str) -> Path:
        return self._root / site_path(path)

    def _swap_variants(
        self, target: Path, variants: Mapping[str, bytes], kept_at: float | None = None
    ) -> None:
        for ending, data in variants.items():
            self._swap(_beside(target, ending), data, kept_at)

    def _swap(self, target: Path, data: bytes, kept_at: float | None = None) -> None:
        written = self._scratch / f"{os.getpid()}-{target.name[-80:]}"
        try:
            with written.open("wb") as file:
                file.write(data)
                file.flush()
                if kept_at is not None:
                    os.utime(file.fileno(), (kept_at, kept_at))
                os.fsync(file.fileno())
            written.replace(target)
        except OSError:
            # A disk that is full is no place for half a file.
            written.unlink(missing_ok=True)
            raise


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _make_folder(folder: Path) -> None:
    """With those above it, each on the disk before anything is put into it."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_removed(folder: Path) -> bool:
    """Remove it if it is empty; whether it is not there any more."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
