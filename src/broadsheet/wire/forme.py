"""A report while it is being set: what was taken so far, block by block."""

from __future__ import annotations

from broadsheet.story import Block, Figure, Photo
from broadsheet.wire.byline import called, merged
from broadsheet.wire.copy import MARKED, Copy, Erratum, Query, Shape, Writer
from broadsheet.wire.dates import Dates, Moment
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import Line
from broadsheet.wire.manuscript import Manuscript


class Forme:
    """Collects the parts of one report and enters each line in the ledger."""

    def __init__(self, ledger: Ledger, *, language: str) -> None:
        self.ledger = ledger
        self.language = language
        self.headline = ""
        self.kicker = ""
        self.standfirst = ""
        self.dateline = ""
        self.sections: tuple[str, ...] = ()
        self.topics: tuple[str, ...] = ()
        self.lead: Photo | None = None
        self.corrections: list[Erratum] = []
        self.blocks: list[Block] = []
        self._writers: list[Writer] = []
        self._published: Moment | None = None
        self._queries: list[Query] = []

    @property
    def has_byline(self) -> bool:
        return bool(self._writers)

    def set_block(
        self, block: Block, lines: tuple[Line, ...], taken_as: str, *, query: str = ""
    ) -> None:
        """Put a block at the end of the body, with a question to the editor where there is one."""
        self.blocks.append(block)
        if query:
            self._queries.append(Query(block=len(self.blocks) - 1, reason=query))
        self.ledger.enter(lines, f"{taken_as}{MARKED}{query}" if query else taken_as)

    def set_photo(self, photo: Photo, lines: tuple[Line, ...], *, query: str = "") -> None:
        """The first photo before any block is the lead photo; the others stand where they come."""
        if self.lead is None and not self.blocks:
            self.lead = photo
            if query:
                self.ask(query)
            self.ledger.enter(lines, _told("lead photo", photo))
        else:
            self.set_block(Figure(photo), lines, _told("photo", photo), query=query)

    def ask(self, reason: str) -> None:
        """A question to the editor about the report as a whole."""
        self._queries.append(Query(block=None, reason=reason))

    def add_writers(self, writers: tuple[Writer, ...]) -> None:
        self._writers += writers

    def add_title(self, title: str, lines: tuple[Line, ...]) -> None:
        """What the writer who was named last is called, or whom for."""
        self._writers[-1] = called(self._writers[-1], title)
        self.ledger.enter(lines, "byline: title")

    def set_byline(self, writers: tuple[Writer, ...], lines: tuple[Line, ...]) -> None:
        self.add_writers(writers)
        names = ", ".join(writer.name for writer in writers)
        self.ledger.enter(lines, f"byline: {names}")

    def set_dates(self, dates: Dates, lines: tuple[Line, ...]) -> None:
        """The day of publication. When a report was changed last is not asked of copy: here it
        is new."""
        self._published = self._published or dates.published
        if dates.ambiguous:
            self.ask(f"{dates.ambiguous} may be one of two days; it was not taken")
        told = dates.published or dates.updated
        self.ledger.enter(lines, f"date: {told.day.isoformat()}" if told else "date, ambiguous")

    def set_sections(self, sections: tuple[str, ...], lines: tuple[Line, ...]) -> None:
        if self.sections:
            self.ledger.drop(lines, "the section again")
        else:
            self.sections = sections
            self.ledger.enter(lines, f"section: {' > '.join(sections)}")

    def set_topics(self, topics: tuple[str, ...], lines: tuple[Line, ...]) -> None:
        self.topics = tuple(dict.fromkeys(self.topics + topics))
        self.ledger.enter(lines, "topics")

    def set_correction(self, correction: Erratum, lines: tuple[Line, ...]) -> None:
        self.corrections.append(correction)
        self.ledger.enter(lines, "correction")

    def copy(self, manuscript: Manuscript, *, shape: Shape) -> Copy:
        """The report as it stands, with the account."""
        moment = self._published
        self.ledger.remark(f"shape: {shape}, language: {self.language}")
        if manuscript.encoding != "utf-8":
            self.ledger.remark(f"the characters were read as {manuscript.encoding}")
        return Copy(
            headline=self.headline,
            shape=shape,
            digest=manuscript.digest,
            account=self.ledger.account(),
            kicker=self.kicker,
            standfirst=self.standfirst,
            dateline=self.dateline,
            byline=merged(self._writers),
            sections=self.sections,
            lead=self.lead,
            body=tuple(self.blocks),
            queries=tuple(self._queries),
            topics=self.topics,
            corrections=tuple(self.corrections),
            published_on=moment.day if moment else None,
            published_time=moment.time if moment else None,
            language=self.language,
        )


def _told(what: str, photo: Photo) -> str:
    parts = [what]
    if photo.credit:
        parts.append(f"credit {photo.credit}")
    if photo.source:
        parts.append(f"file {photo.source}")
    return ", ".join(parts)
