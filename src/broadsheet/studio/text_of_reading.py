"""A reading by a person → the report with the text that it reads, published or as a draft."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.story import Story
from broadsheet.studio.heard_text import text_digest
from broadsheet.studio.models import HumanReading


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it is published, or as it is being written; `digest` is that of its text."""

    report: ReportPage
    story: Story
    digest: str
    is_published: bool


def versions_of(report: ReportPage) -> tuple[Version, ...]:
    """The one that readers see, if there is one, then the draft."""
    whole = ReportPage.objects.whole().get(pk=report.pk)
    found = [_version(whole, is_published=True)] if whole.live else []
    if not whole.live or whole.has_unpublished_changes:
        found.append(_version(whole.get_latest_revision_as_object(), is_published=False))
    return tuple(found)


def text_of_reading(reading: HumanReading) -> Version | None:
    """None where the report says something else by now."""
    versions = versions_of(reading.report)
    return next((one for one in versions if one.digest == reading.text_digest), None)


def _version(report: ReportPage, *, is_published: bool) -> Version:
    story = Translator().story(report)
    return Version(report, story, text_digest(story), is_published)
