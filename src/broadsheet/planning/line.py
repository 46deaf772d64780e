from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the story list as it is written down, in words; "" is written as nothing.

    Moments are pairs: for machines, and for people with their zone. `moves` are pairs as well: what
    the button hands in, and what stands on it.
    """

    key: str
    kind: str
    headline: str
    form: str
    slug_line: str
    sent_back: str
    stage: str
    facts: tuple[str, ...]
    section: str
    who: str
    words: str
    words_asked: str
    photo: str
    has_no_photo: bool
    photos: str
    photos_what: str
    due: tuple[str, str] | None
    late: str
    out: tuple[str, str] | None
    held: str
    moves: tuple[tuple[str, str], ...]
    move: str
    change: str
    change_what: str
