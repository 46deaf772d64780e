from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Standing = Literal["published", "held", "removed", "blocked", "deleted"]
Badge = Literal["", "author", "staff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment as readers see it. One that does not stand any more has neither name nor text;
    it is shown only where somebody answered it.

    `place` is its fragment in the report's address; `replies` are in the order of writing.
    """

    id: int
    place: str
    standing: Standing
    posted_at: dt.datetime
    name: str = ""
    text: str = ""
    badge: Badge = ""
    is_edited: bool = False
    recommended: int = 0
    parent: int | None = None
    replies: tuple[Said, ...] = ()
