"""One incoming report as plain values, with the account of how it was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from broadsheet.story import Block, Photo

Shape = Literal["capture", "text", "markdown", "html"]
DROPPED = "dropped: "
MARKED = "; marked: "


class CopyError(Exception):
    """A file that is no copy, in one sentence: which file, what was found, what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One name in the byline as the copy gives it.

    `role` is what somebody did for the report, "" for who wrote it. `title` is what the copy calls
    them, or for whom or where they wrote: Staff reporter, for The Courier, in Seoul.
    """

    name: str
    role: str = ""
    title: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question to the editor about `body[block]`, or about the report if `block` is None."""

    block: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A correction that came with the copy; `corrected_on` is None where it names no day."""

    text: str
    corrected_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the file and what became of it.

    Lines count from 1. Line 0 is a remark about the whole file and has no text.
    """

    line: int
    text: str
    taken_as: str

    @property
    def is_dropped(self) -> bool:
        return self.taken_as.startswith(DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One incoming report.

    `sections` is the breadcrumb from the broadest to the narrowest, without Home. Photos have no
    renditions yet; `source` is the file name that the copy gives, "" where it gives none.
    `published_time` has a zone only where the copy names one. `digest` is the SHA-256 of the
    file's bytes, in hexadecimal.
    """

    headline: str
    shape: Shape
    digest: str
    account: tuple[Entry, ...]
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    byline: tuple[Writer, ...] = ()
    sections: tuple[str, ...] = ()
    lead: Photo | None = None
    body: tuple[Block, ...] = ()
    queries: tuple[Query, ...] = ()
    topics: tuple[str, ...] = ()
    corrections: tuple[Erratum, ...] = ()
    published_on: dt.date | None = None
    published_time: dt.time | None = None
    language: str = "en"

    def published_at(self, zone: dt.tzinfo) -> dt.datetime | None:
        """When the copy was published: `zone` counts where the copy names none, and midnight
        where it names no time. None where it names no day."""
        if self.published_on is None:
            return None
        time = self.published_time or dt.time()
        if time.tzinfo is None:
            time = time.replace(tzinfo=zone)
        return dt.datetime.combine(self.published_on, time)
