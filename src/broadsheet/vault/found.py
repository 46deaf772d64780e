from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the newsroom, opened at its start; with another `mark` it may be another file."""

    name: str
    mark: Hashable
    size_bytes: int
    file: IO[bytes]
