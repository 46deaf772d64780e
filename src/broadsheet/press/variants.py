"""A file of the site → the same compressed, which stands beside it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

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


def compresses(path: str) -> bool:
    return PurePosixPath(path).suffix in COMPRESSED_ENDINGS


def variants_of(path: str, data: bytes, levels: tuple[int, int]) -> dict[str, bytes]:
    """By their endings; none for a file that does not compress."""
    if not compresses(path):
        return {}
    brotli_level, gzip_level = levels
    return {
        ".br": brotli.compress(data, quality=brotli_level),
        ".gz": gzip.compress(data, gzip_level, mtime=0),
    }


def are_variants(data: bytes, variants: Mapping[str, bytes]) -> bool:
    """Whether each of them unpacks to these bytes."""
    try:
        return all(_UNPACK[ending](variant) == data for ending, variant in variants.items())
    except (OSError, EOFError, zlib.error, brotli.error):
        return False
