from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from broadsheet.press.models import Change


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The last change that this machine has followed; number 0 where there was none yet.

    Path and digest are kept with it, so that the books of another newsroom, or an older backup of
    these, are never taken for those in which it lies.
    """

    number: int = 0
    path: str = ""
    digest: str = ""

    @classmethod
    def at(cls, change: Change | None) -> Bookmark:
        return cls(change.pk, change.path, change.digest) if change else cls()

    @classmethod
    def read(cls, file: Path) -> Bookmark | None:
        """None where nothing was followed yet, or nobody can tell how far."""
        try:
            return cls(**json.loads(file.read_bytes()))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def lay(self, file: Path) -> None:
        new = file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as opened:
            json.dump(asdict(self), opened)
            opened.flush()
            os.fsync(opened.fileno())
        new.replace(file)
