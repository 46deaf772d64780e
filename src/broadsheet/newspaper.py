"""The paper around a report: its name and furniture, its fronts and its lists, as plain values.

Beside `story.Story` these are all that the paper's templates are given. Paths are absolute on the
site and end in a slash unless they name a file; times are aware.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from broadsheet.story import Block, Correction, Person, Section, Sound, Teaser, Topic

ListKind = Literal["section", "author", "topic", "latest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A named place on the site: an entry of the navigation or of the footer."""

    name: str
    path: str
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Newspaper:
    """The paper that a page belongs to: its name, its furniture, its address.

    `url` is the origin without a slash at its end. `sections` nest as on the site. `imprint` is
    plain text, a line each. `standards_path` is "" while there is no standards policy.
    """

    name: str
    url: str
    tagline: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    imprint: str = ""
    sections: tuple[Link, ...] = ()
    policies: tuple[Link, ...] = ()
    standards_path: str = ""
    are_corrections_on_top: bool = False


@dataclass(frozen=True, slots=True)
class Episode:
    """A report as it is heard: how it is announced, and the sound of it."""

    teaser: Teaser
    sound: Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """The newest reports of one section, as they run down the front page."""

    section: Section
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """A line over the whole front until `until`. `path` is its report's, "" where there is none."""

    text: str
    until: dt.datetime
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front page: what the editor set, and the rivers that fill themselves."""

    lead: Teaser | None
    breaking: Breaking | None = None
    top: tuple[Teaser, ...] = ()
    rivers: tuple[River, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list of reports: a section, an author, a topic, or all of them.

    The first page (`number` is None) stands at the list's own path and shows the newest. Older
    pages are numbered from the oldest, which is 1, so that they stay as they are when a report
    is added. `older` and `newer` are the paths of the neighbours, "" where there is none.
    """

    kind: ListKind
    name: str
    path: str
    teasers: tuple[Teaser, ...]
    description: str = ""
    number: int | None = None
    older: str = ""
    newer: str = ""
    feed_path: str = ""
    podcast_path: str = ""
    breadcrumb: tuple[Section, ...] = ()
    subsections: tuple[Section, ...] = ()
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A page of the paper about itself: its standards, its privacy policy, its imprint."""

    title: str
    path: str
    body: tuple[Block, ...]
    updated_at: dt.datetime
    introduction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction and the report that it is of."""

    correction: Correction
    teaser: Teaser


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage:
    """The corrections of a year, or the newest of all where `year` is None, the newest first.

    `years` are all those in which something was corrected.
    """

    corrected: tuple[Corrected, ...]
    year: int | None = None
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a reader looked for and what was found. `number` counts from 1."""

    query: str
    teasers: tuple[Teaser, ...]
    total: int
    number: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """A topic and how many published reports carry it."""

    topic: Topic
    reports: int
