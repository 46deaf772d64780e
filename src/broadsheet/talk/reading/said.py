from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from broadsheet.talk.reading.comment_place import comment_place

Standing = Literal["published", "held", "removed", "blocked", "deleted"]
Badge = Literal["", "author", "staff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment as readers see it. One that does not stand any more has neither name nor text;
    it is shown only where somebody answered it.

    `replies` are in the order of writing.
    """

    id: int
    standing: Standing
    posted_at: dt.datetime
    name: str = ""
    text: str = ""
    badge: Badge = ""
    is_edited: bool = False
    recommended: int = 0
    parent: int | None = None
    replies: tuple[Said, ...] = ()

    @property
    def place(self) -> str:
        return comment_place(self.id, self.parent)
