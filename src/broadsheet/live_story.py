"""A report that is written while it happens, as frozen plain values beside those of `story`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from broadsheet.story import Block, Correction, Person, Story, Teaser


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a live report, under its own address on the report's page (`place`).

    `is_key` pins it to the list of key moments. `changed_at` is when readers last had to be told of
    it, `edited_at` when its text was last changed, if it was. An entry with `withdrawn_at` has no
    text any more: `reason` says why; where there is no reason either, nothing of it is shown.
    """

    id: str
    author: Person
    posted_at: dt.datetime
    changed_at: dt.datetime
    headline: str = ""
    body: tuple[Block, ...] = ()
    is_key: bool = False
    edited_at: dt.datetime | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn_at: dt.datetime | None = None
    reason: str = ""

    @property
    def place(self) -> str:
        return f"entry-{self.id}"

    @property
    def is_gone(self) -> bool:
        """Whether readers are shown nothing at its place.

        So it is too where it had a photo alone, and that may be shown no more.
        """
        if self.withdrawn_at:
            return not self.reason
        return not (self.headline or self.body or self.corrections)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStory(Story):
    """A report with entries, the newest first. It runs until `ended_at`.

    When it has ended, its wrap is the first of its body. `latest_at` is when readers last had
    something new, `changed_at` when anything of it last changed. `file_path` is the file that its
    page asks for while it runs.
    """

    started_at: dt.datetime
    latest_at: dt.datetime
    changed_at: dt.datetime
    file_path: str
    ended_at: dt.datetime | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    @property
    def keys(self) -> tuple[Entry, ...]:
        """The key moments, the newest first."""
        return tuple(one for one in self.entries if one.is_key and not one.withdrawn_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveTeaser(Teaser):
    """A report that runs, as it is announced elsewhere; in a feed with its newest entries."""

    latest: tuple[Entry, ...] = ()

    @property
    def is_live(self) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveNews:
    """What changed lately in a live report: what its open pages are told.

    `changed` are the entries that were posted, changed or taken down last, whatever their age. A
    page that was up to date at `since` or later has everything when it has these; None says that
    they are all there ever were. `keys` are all key moments.
    """

    language: str
    latest_at: dt.datetime
    changed_at: dt.datetime
    is_running: bool
    changed: tuple[Entry, ...]
    keys: tuple[Entry, ...]
    since: dt.datetime | None = None
