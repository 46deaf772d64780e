"""Bytes → files under the site's folder, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli

COMPRESSED_ENDINGS = frozenset(
    {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".vtt", ".webmanifest"}
)
VARIANTS = (".br", ".gz")
_UNPACK: dict[str, Callable[[bytes], bytes]] = {".br": brotli.decompress, ".gz": gzip.decompress}

# Brotli 5 takes 1 ms for a page and 11 takes 34: the first goes out with the page, the second
# replaces it when nothing else is waiting.
QUICK = (5, 6)
CLOSE = (11, 9)


class Site:
    """The folder that the paper is served from.

    A file is written beside the site, synced, and renamed into it: a reader, a crash or a second
    process sees the old bytes or the new ones. `scratch` must be on the same file system.
    """

    def __init__(self, root: Path, scratch: Path) -> None:
        self._root = root
        self._scratch = scratch

    def prepare(self) -> None:
        """Make the folders, and clear what a crash left in the scratch folder."""
        self._root.mkdir(parents=True, exist_ok=True)
        self._scratch.mkdir(parents=True, exist_ok=True)
        for left in self._scratch.iterdir():
            left.unlink()

    def put(self, path: str, data: bytes) -> None:
        """Write a file and, where it compresses, its variants. The file itself is renamed last."""
        target = self._target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.compresses(path):
            self._swap_variants(target, data, QUICK)
        self._swap(target, data)
        _sync_folder(target.parent)

    def pack(self, path: str) -> None:
        """Compress the variants of a file that stands on the site as closely as they go."""
        target = self._target(path)
        try:
            data = target.read_bytes()
        except FileNotFoundError:
            return
        self._swap_variants(target, data, CLOSE)
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
            not self.compresses(path) or all(_beside(target, v).is_file() for v in VARIANTS)
        )

    def stands(self, path: str) -> bool:
        return self._target(path).is_file()

    def is_whole(self, path: str, digest: str) -> bool:
        """Whether the file and its variants hold the bytes with this SHA-256."""
        target = self._target(path)
        try:
            if hashlib.sha256(target.read_bytes()).hexdigest() != digest:
                return False
            variants = [
                unpack(_beside(target, ending).read_bytes())
                for ending, unpack in (_UNPACK if self.compresses(path) else {}).items()
            ]
        except (OSError, EOFError, zlib.error, brotli.error):
            return False
        return all(hashlib.sha256(data).hexdigest() == digest for data in variants)

    def paths(self) -> Iterator[str]:
        """Every file that stands, variants included. Hidden files and folders are not ours."""
        for folder, folders, names in os.walk(self._root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield str((Path(folder) / name).relative_to(self._root))

    def move_out(self, path: str, folder: Path) -> None:
        """Take this one file off the site and keep it in `folder`, under its path."""
        target, kept = self._target(path), folder / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        target.replace(kept)
        self._clear_folders(target)

    @staticmethod
    def compresses(path: str) -> bool:
        return Path(path).suffix in COMPRESSED_ENDINGS

    def _clear_folders(self, target: Path) -> None:
        """Remove the folders above that are empty now."""
        for folder in target.parents:
            if folder == self._root or not _remove_if_empty(folder):
                break

    def _target(self, path: str) -> Path:
        parts = path.split("/")
        if not path or any(part in {"", ".", ".."} for part in parts):
            raise ValueError(f"{path!r} is no path of a file under the site")
        return self._root.joinpath(*parts)

    def _swap_variants(self, target: Path, data: bytes, levels: tuple[int, int]) -> None:
        brotli_level, gzip_level = levels
        self._swap(_beside(target, ".br"), brotli.compress(data, quality=brotli_level))
        self._swap(_beside(target, ".gz"), gzip.compress(data, gzip_level, mtime=0))

    def _swap(self, target: Path, data: bytes) -> None:
        written = self._scratch / f"{os.getpid()}-{target.name[-80:]}"
        with written.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.replace(target)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_if_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
