"""Pages of the desk → the plain values that leave it. Nothing else reads Wagtail's pages.

A `Translator` remembers what it read (`read`: `report:12`, `photo:9`, `author:3`…), so that the
press knows what a printed page is made of.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, ClassVar

from django.utils import timezone
from wagtail.models import Page

from broadsheet import story as s
from broadsheet.desk import related, richtext
from broadsheet.desk.models import (
    Author,
    Correction,
    LiveReport,
    Photo,
    PolicyPage,
    ReportPage,
    SectionPage,
    Topic,
    Withdrawal,
)
from broadsheet.desk.models.printed import path_on_site
from broadsheet.desk.picture import Use, printed_files
from broadsheet.desk.translate_live import EntryTranslator
from broadsheet.desk.withheld import withheld
from broadsheet.live_story import LiveNews, LiveTeaser
from broadsheet.newspaper import Policy

RELATED_REPORTS = 4


def section_tree() -> dict[str, SectionPage]:
    """Every published section by its place in the tree. For many pages it is asked for once."""
    return {section.path: section for section in SectionPage.objects.live()}


class Translator:
    """Translates pages within one short piece of work; it holds what it has looked up."""

    def __init__(
        self, sections: dict[str, SectionPage] | None = None, *, now: dt.datetime | None = None
    ) -> None:
        self.read: set[str] = set()
        self._now = now or timezone.now()
        self._sections = section_tree() if sections is None else sections

    def story(self, report: ReportPage) -> s.Story:
        """The report whole, as it stands in memory: published, or as it is being edited."""
        self._note("report", report.pk)
        story = self._story(report)
        return withheld(self._entries().story(story, live) if (live := report.live_run) else story)

    def _story(self, report: ReportPage) -> s.Story:
        return s.Story(
            id=str(report.pk),
            path=report.path_on_site,
            headline=report.title,
            published_at=self._published_at(report),
            updated_at=report.substance_changed_at,
            language=report.language,
            kicker=report.kicker,
            standfirst=report.standfirst,
            dateline=report.dateline,
            byline=tuple(self._credits(report)),
            sections=self.breadcrumb(report),
            lead=self._figure(report.lead_photo, report.lead_caption),
            body=tuple(self.blocks(report.body)),
            topics=tuple(self.topic(topic) for topic in report.topics.all()),
            related=self._related(report),
            corrections=self._corrections(report),
            translations=tuple(self._translations(report)),
            earlier=tuple(self._earlier(report)),
            are_comments_open=report.are_comments_open,
        )

    def teaser(self, report: ReportPage) -> s.Teaser:
        self._note("report", report.pk)
        breadcrumb = self.breadcrumb(report)
        teaser = s.Teaser(
            id=str(report.pk),
            path=report.path_on_site,
            headline=report.title,
            published_at=self._published_at(report),
            updated_at=report.substance_changed_at,
            kicker=report.kicker,
            standfirst=report.standfirst,
            section=breadcrumb[-1] if breadcrumb else None,
            writers=tuple(line.author.name for line in report.byline.all() if not line.role),
            photo=self._figure(report.lead_photo, report.lead_caption),
            language=report.language,
            corrections=self._corrections(report),
        )
        if (live := report.live_run) and live.is_running:
            teaser = self._entries().teaser(teaser, live)
        return withheld(teaser)

    def teasers(self, report_ids: Iterable[int]) -> tuple[s.Teaser, ...]:
        """The teasers of those of the reports that are published, in the order given."""
        ids = list(report_ids)
        found = {
            report.pk: report for report in ReportPage.objects.live().announced().filter(pk__in=ids)
        }
        return tuple(self.teaser(found[pk]) for pk in ids if pk in found)

    def with_latest(self, teasers: Iterable[s.Teaser]) -> Iterable[s.Teaser]:
        """The same, those of reports that run with their newest entries."""
        for teaser in teasers:
            if isinstance(teaser, LiveTeaser):
                latest = self._entries().latest(LiveReport.objects.get(pk=int(teaser.id)))
                yield withheld(replace(teaser, latest=latest))
            else:
                yield teaser

    def live_news(self, live: LiveReport) -> LiveNews:
        """What the open pages of a live report are told."""
        self._note("report", live.pk)
        return withheld(self._entries().news(live))

    def withdrawn(self, withdrawal: Withdrawal) -> s.Withdrawn:
        report = withdrawal.report
        self._note("report", report.pk)
        withdrawn = s.Withdrawn(
            id=str(report.pk),
            path=report.path_on_site,
            headline=report.title,
            reason=withdrawal.reason,
            withdrawn_at=withdrawal.withdrawn_at,
            language=report.language,
        )
        return withheld(withdrawn)

    def policy(self, page: PolicyPage) -> Policy:
        self._note("policy", page.pk)
        return Policy(
            title=page.title,
            path=page.path_on_site,
            introduction=page.introduction,
            body=tuple(self.blocks(page.body)),
            updated_at=page.last_published_at or page.latest_revision_created_at or timezone.now(),
        )

    def person(self, author: Author) -> s.Person:
        self._note("author", author.pk)
        return s.Person(
            name=author.name,
            path=author.path,
            letters_path=author.letters_path,
            title=author.title,
            biography=author.biography,
            portrait=self.photo(author.portrait) if author.portrait else None,
        )

    def topic(self, topic: Topic) -> s.Topic:
        self._note("topic", topic.pk)
        return s.Topic(name=topic.name, path=topic.path, description=topic.description)

    def correction(self, row: Correction) -> s.Correction:
        return s.Correction(text=row.text, corrected_at=row.corrected_at, kind=row.told_as)

    def section(self, section: SectionPage) -> s.Section:
        self._note("section", section.pk)
        return s.Section(
            name=section.title, path=section.path_on_site, description=section.description
        )

    def breadcrumb(self, page: Page) -> tuple[s.Section, ...]:
        """The sections above a page, from the broadest."""
        return tuple(self.section(section) for section in self.sections_above(page))

    def sections_above(self, page: Page) -> tuple[SectionPage, ...]:
        """The same as the desk has them."""
        step = page.steplen
        above = (page.path[:end] for end in range(step, len(page.path), step))
        return tuple(self._sections[at] for at in above if at in self._sections)

    def photo(self, photo: Photo, caption: str = "") -> s.Photo | None:
        """The photo with its renditions, or None while it may not be shown.

        `caption` wins over its own where it is not empty.
        """
        self._note("photo", photo.pk)
        if photo.is_withheld(now=self._now):
            return None
        made: dict[Use, list[s.Rendition]] = defaultdict(list)
        for file in printed_files(photo):
            made[file.use].append(file.rendition)
        return s.Photo(
            caption=caption or photo.caption,
            alt=photo.alt_text,
            credit=photo.credit,
            creator=photo.creator,
            rights=photo.rights,
            origin=photo.told_origin,
            renditions=tuple(made["whole"]),
            landscape=tuple(made["landscape"]),
            square=tuple(made["square"]),
            card=next(iter(made["card"]), None),
            artwork=next(iter(made["artwork"]), None),
        )

    def blocks(self, body: Any) -> Iterable[s.Block]:
        for child in body:
            yield from self._BLOCKS[child.block_type](self, child.value)

    def _paragraphs(self, value: Any) -> Iterable[s.Block]:
        for one in richtext.passages(value.source, self._path_of_page):
            yield s.Heading(one.text.plain) if one.is_heading else s.Paragraph(one.text)

    def _heading(self, value: Any) -> Iterable[s.Block]:
        yield s.Heading(value)

    def _figure_block(self, value: Any) -> Iterable[s.Block]:
        if photo := self._figure(value["photo"], value["caption"]):
            yield s.Figure(photo)

    def _gallery(self, value: Any) -> Iterable[s.Block]:
        shown = (self._figure(one["photo"], one["caption"]) for one in value["photos"])
        photos = tuple(photo for photo in shown if photo)
        if len(photos) > 1:
            yield s.Gallery(title=value["title"], photos=photos)
        else:
            yield from map(s.Figure, photos)

    def _pull_quote(self, value: Any) -> Iterable[s.Block]:
        yield s.PullQuote(text=value["text"], attribution=value["attribution"])

    def _listing(self, value: Any) -> Iterable[s.Block]:
        items = (richtext.paragraphs(item.source, self._path_of_page) for item in value["items"])
        yield s.Listing(
            items=tuple(text for texts in items for text in texts), is_ordered=value["is_ordered"]
        )

    def _embed(self, value: Any) -> Iterable[s.Block]:
        embed = s.Embed(url=value["url"], title=value["title"], description=value["description"])
        yield (
            embed
            if embed.title
            else s.Embed(url=embed.url, title=embed.host, description=embed.description)
        )

    def _aside(self, value: Any) -> Iterable[s.Block]:
        teasers = self.teasers(page.pk for page in value["reports"] if page)
        if teasers:
            yield s.Aside(title=value["title"], teasers=teasers)

    def _entries(self) -> EntryTranslator:
        return EntryTranslator(person=self.person, photo=self._figure)

    _BLOCKS: ClassVar[dict[str, Callable[..., Iterable[s.Block]]]] = {
        "paragraph": _paragraphs,
        "heading": _heading,
        "photo": _figure_block,
        "gallery": _gallery,
        "pull_quote": _pull_quote,
        "listing": _listing,
        "embed": _embed,
        "aside": _aside,
    }

    def _figure(self, photo: Photo | None, caption: str) -> s.Photo | None:
        return self.photo(photo, caption) if photo else None

    def _credits(self, report: ReportPage) -> Iterable[s.Credit]:
        for line in report.byline.all():
            yield s.Credit(person=self.person(line.author), role=line.role)

    def _corrections(self, report: ReportPage) -> tuple[s.Correction, ...]:
        rows = sorted(report.corrections.all(), key=lambda row: row.corrected_at)
        return tuple(map(self.correction, rows))

    def _related(self, report: ReportPage) -> tuple[s.Teaser, ...]:
        chosen = [row.other_id for row in report.related.all()]
        return self.teasers(chosen or related.reports_like(report, most=RELATED_REPORTS))

    def _translations(self, report: ReportPage) -> Iterable[s.Translation]:
        original = report.translation_of_id or report.pk
        if not original:
            return
        family = ReportPage.objects.live().filter(pk=original) | ReportPage.objects.live().filter(
            translation_of=original
        )
        for other in family.exclude(pk=report.pk).order_by("language").only("url_path", "language"):
            self._note("report", other.pk)
            yield s.Translation(language=other.language, path=other.path_on_site)

    def _earlier(self, report: ReportPage) -> Iterable[s.Earlier]:
        # Only what was updated has an earlier version: most reports cost no query here.
        if report.pk and report.substance_changed_at:
            for version in report.past_versions.all():
                yield s.Earlier(until=version.replaced_at, texts=tuple(version.texts))

    def _path_of_page(self, page_id: int) -> str:
        url_path = Page.objects.filter(pk=page_id, live=True).values_list("url_path", flat=True)
        self._note("report", page_id)
        return path_on_site(url_path[0]) if url_path else ""

    def _published_at(self, report: ReportPage) -> dt.datetime:
        """A draft has no such time yet; its proof shows the time at which it was last kept."""
        return report.first_published_at or report.latest_revision_created_at or timezone.now()

    def _note(self, kind: str, pk: int | None) -> None:
        if pk is not None:
            self.read.add(f"{kind}:{pk}")
