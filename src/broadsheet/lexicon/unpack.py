"""A file or a packed folder → a folder to read from, within bounds."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, cast

from broadsheet.lexicon.volume import DictionaryError

MOST_BYTES = 1 << 30
MOST_FILES = 10_000
_CHUNK = 1 << 20
_PACKED = (".zip", ".whl", ".tgz", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar")


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The folder or file itself, or what was packed in it, in a folder that goes away after.

    Raises DictionaryError for an archive that is broken, or larger than a gigabyte unpacked.
    """
    if path.is_dir() or not path.name.lower().endswith(_PACKED):
        yield path
        return
    with TemporaryDirectory(prefix="broadsheet-dictionary-") as folder:
        try:
            _unpack(path, Path(folder))
        except (
            zipfile.BadZipFile,
            tarfile.TarError,
            EOFError,
            zlib.error,
            lzma.LZMAError,
        ) as error:
            raise DictionaryError(
                f"{path.name}: this archive is broken ({error}); get it again"
            ) from None
        except (NotImplementedError, RuntimeError) as error:
            raise DictionaryError(
                f"{path.name}: this archive cannot be opened ({error}); unpack it yourself "
                "and name the folder"
            ) from None
        yield Path(folder)


def read_bounded(path: Path, *, most_bytes: int = MOST_BYTES) -> bytes:
    """All bytes of a file, inflated where it is gzip. Raises DictionaryError if it is too large."""
    try:
        with path.open("rb") as raw:
            is_gzip = raw.read(2) == b"\x1f\x8b"
        with _opened(path, is_gzip=is_gzip) as opened:
            data = opened.read(most_bytes + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DictionaryError(
            f"{path.name}: this gzip file is broken ({error}); get it again"
        ) from None
    if len(data) > most_bytes:
        raise _too_large(path)
    return data


def read_text(path: Path, *, encoding: str = "utf-8") -> str:
    """All text of a file, inflated where it is gzip."""
    try:
        return read_bounded(path).decode(encoding)
    except UnicodeDecodeError as error:
        raise DictionaryError(
            f"{path.name}: byte {error.start} is not {encoding.upper()}; get the file again"
        ) from None


def _opened(path: Path, *, is_gzip: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if is_gzip else path.open("rb")


def _unpack(path: Path, folder: Path) -> None:
    if path.name.lower().endswith((".zip", ".whl")):
        with zipfile.ZipFile(path) as packed:
            _check(path, ((one.filename, one.file_size) for one in packed.infolist()))
            for one in packed.infolist():
                if not one.is_dir():
                    with packed.open(one) as source:
                        _copy(path, source, folder / PurePosixPath(one.filename))
        return
    with tarfile.open(path) as archive:
        members = [one for one in archive if one.isfile()]
        _check(path, ((one.name, one.size) for one in members))
        for member in members:
            file = archive.extractfile(member)
            if file is not None:
                _copy(path, file, folder / PurePosixPath(member.name))


def _check(path: Path, members: Iterator[tuple[str, int]]) -> None:
    total = 0
    for count, (name, size) in enumerate(members):
        total += size
        if total > MOST_BYTES or count > MOST_FILES:
            raise _too_large(path)
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts or "\\" in name:
            raise DictionaryError(
                f"{path.name}: it holds a file named {name!r} that would be written outside; "
                "do not use this archive"
            )


def _copy(path: Path, source: IO[bytes], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # What an archive says of a file's size need not be so.
    left = MOST_BYTES
    with target.open("wb") as out:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise _too_large(path)
            out.write(chunk)


def _too_large(path: Path) -> DictionaryError:
    return DictionaryError(
        f"{path.name}: it is larger than {MOST_BYTES >> 20} MB; no dictionary that we know is, "
        "so look what this file is"
    )
