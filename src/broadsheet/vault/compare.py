"""Two sites → how the files of one are found in the other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Made of others, or again every hour from what the clock says.
_PACKED = {".br", ".gz"}
_HOURLY = {"news-sitemap.xml", "talk-figures/index.html"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`same` files are equal to the byte; `since` changed in the first while it was compared."""

    same: int
    differing: tuple[str, ...]
    since: int


def compare(site: Path, restored: Path, *, made_at: float) -> Comparison:
    """`made_at` is when the backup was begun, in seconds of Unix time: what changed later in the
    site that is at work may differ."""
    first, second = _files(site), _files(restored)
    same, since, differing = 0, 0, []
    for name in sorted(first | second):
        if _bytes(site / name) == _bytes(restored / name):
            same += 1
        elif _changed_at(site / name) >= made_at:
            since += 1
        else:
            differing.append(name)
    return Comparison(same, tuple(differing), since)


def _files(site: Path) -> set[str]:
    names = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and file.suffix not in _PACKED
    }
    return names - _HOURLY


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _changed_at(file: Path) -> float:
    """When the file was last written; of one that is not there, when it may have gone."""
    while not file.exists():
        file = file.parent
    return file.stat().st_mtime
