from __future__ import annotations

from pathlib import PurePosixPath


def site_path(path: str) -> PurePosixPath:
    """The path of a file under the site, whatever it is kept in. Raises ValueError for another."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\0" in path:
        raise ValueError(f"{path!r} is no path of a file under the site")
    return PurePosixPath(path)
