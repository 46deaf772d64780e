from __future__ import annotations

import enum
from dataclasses import dataclass


class Level(enum.Enum):
    FINE = "fine"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it stands, and what to do if it does not stand well."""

    level: Level
    what: str
    remedy: str = ""

    @classmethod
    def fine(cls, what: str) -> Finding:
        return cls(Level.FINE, what)

    @classmethod
    def note(cls, what: str, remedy: str) -> Finding:
        return cls(Level.NOTE, what, remedy)

    @classmethod
    def wrong(cls, what: str, remedy: str) -> Finding:
        return cls(Level.WRONG, what, remedy)

    def __str__(self) -> str:
        return f"{self.level.value:5}  {self.what}" + (f"; {self.remedy}" if self.remedy else "")
