"""A live report at the desk → its entries, and the story that they make of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from broadsheet import story as s
from broadsheet.desk.models import Author, LiveEntry, LiveReport, Photo
from broadsheet.live_story import Entry, LiveNews, LiveStory, LiveTeaser
from broadsheet.wire.jotting import jotting

ANNOUNCED = 3
TOLD = 30


@dataclass(frozen=True, slots=True)
class EntryTranslator:
    """Translates entries by a `Translator`'s own ways with a person and a photo."""

    person: Callable[[Author], s.Person]
    photo: Callable[[Photo | None, str], s.Photo | None]

    def story(self, story: s.Story, live: LiveReport) -> LiveStory:
        """`story` with its entries; once they have ended, its wrap opens the body."""
        wrap = jotting(live.wrap) if live.ended_at else ()
        values = {**_values(story), "body": (*wrap, *story.body)}
        return LiveStory(
            **{**values, "updated_at": _later(story, live)},
            started_at=live.started_at,
            ended_at=live.ended_at,
            latest_at=live.latest_at,
            changed_at=live.changed_at,
            file_path=live.path_of_file,
            entries=self._entries(live.entries.shown()),
        )

    def teaser(self, teaser: s.Teaser, live: LiveReport) -> LiveTeaser:
        return LiveTeaser(**{**_values(teaser), "updated_at": _later(teaser, live)})

    def latest(self, live: LiveReport) -> tuple[Entry, ...]:
        """Its newest entries, for a feed."""
        standing = live.entries.shown().filter(withdrawn_at__isnull=True)
        return self._entries(standing[:ANNOUNCED])

    def news(self, live: LiveReport) -> LiveNews:
        """What the open pages of a live report are told; as much, however many entries it has."""
        latest = list(live.entries.whole().order_by("-changed_at", "-pk")[: TOLD + 1])
        changed = sorted(latest[:TOLD], key=lambda one: (one.posted_at, one.pk), reverse=True)
        keys = live.entries.shown().filter(is_key=True, withdrawn_at__isnull=True)
        return LiveNews(
            language=live.report.language,
            latest_at=live.latest_at,
            changed_at=live.changed_at,
            is_running=live.is_running,
            changed=self._translated(changed),
            keys=self._entries(keys),
            since=latest[TOLD].changed_at if len(latest) > TOLD else None,
        )

    def _entries(self, entries: Any) -> tuple[Entry, ...]:
        return tuple(one for one in self._translated(entries.whole()) if not one.is_gone)

    def _translated(self, entries: Iterable[LiveEntry]) -> tuple[Entry, ...]:
        return tuple(map(self._entry, entries))

    def _entry(self, entry: LiveEntry) -> Entry:
        told = Entry(
            id=str(entry.pk),
            author=self.person(entry.author) if entry.author else s.Person(name=entry.signed),
            posted_at=entry.posted_at,
            changed_at=entry.changed_at,
        )
        if entry.withdrawn_at:
            return replace(told, withdrawn_at=entry.withdrawn_at, reason=entry.reason)
        return replace(
            told,
            headline=entry.headline,
            body=tuple(self._body(entry)),
            is_key=entry.is_key,
            edited_at=entry.edited_at,
            corrections=tuple(
                s.Correction(text=one.text, corrected_at=one.corrected_at)
                for one in entry.corrections.all()
            ),
        )

    def _body(self, entry: LiveEntry) -> Iterable[s.Block]:
        yield from jotting(entry.text)
        if photo := self.photo(entry.photo, ""):
            yield s.Figure(photo)


def _values(told: s.Story | s.Teaser) -> dict[str, Any]:
    return {field.name: getattr(told, field.name) for field in fields(told)}


def _later(told: s.Story | s.Teaser, live: LiveReport) -> Any:
    """When it was last updated, by an entry too."""
    times = [told.updated_at, live.latest_at]
    later = [time for time in times if time and time > told.published_at]
    return max(later, default=None)
