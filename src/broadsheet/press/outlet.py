from __future__ import annotations

from typing import Protocol


class Outlet(Protocol):
    """Where the press puts what it has printed: a folder that is served, or a store."""

    def prepare(self) -> None:
        """Make ready, and clear what a crash left."""

    def put(self, path: str, data: bytes) -> None:
        """Keep these bytes and, where they compress, their variants."""

    def pack(self, path: str, digest: str) -> None:
        """Compress the variants of the bytes with this digest as closely as they go."""

    def remove(self, path: str) -> None: ...

    def holds(self, path: str) -> bool:
        """Whether what the books say of this path is there."""
